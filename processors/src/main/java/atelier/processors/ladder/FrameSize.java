package atelier.processors.ladder;

import atelier.config.Recipe;

/**
 * A frame in square pixels.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record FrameSize(int width, int height) {

    /** Collecting societies (ADAGP, SABAM) allow previews whose width and height add up to less than this. */
    public static final int PREVIEW_SUM = 1200;

    public FrameSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A frame of " + width + "×" + height + " has no picture.");
        }
    }

    /**
     * The largest even frame of the same aspect ratio that fits the recipe's box, turned upright for portrait sources.
     * Never larger than this frame (but for evenness, at least 2×2), and below the preview sum where the recipe asks.
     */
    public FrameSize fit(Recipe recipe) {
        boolean portrait = height > width;
        double boxWidth = portrait ? recipe.height() : recipe.width();
        double boxHeight = portrait ? recipe.width() : recipe.height();
        double scale = Math.min(1.0, Math.min(boxWidth / width, boxHeight / height));
        FrameSize fitted = scaled(scale);
        while (recipe.preview() && fitted.width + fitted.height >= PREVIEW_SUM) {
            scale *= (PREVIEW_SUM - 1.0) / (PREVIEW_SUM + 1.0);
            fitted = scaled(scale);
        }
        return fitted;
    }

    private FrameSize scaled(double scale) {
        return new FrameSize(even(width * scale), even(height * scale));
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2.0 - 1e-9));
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}

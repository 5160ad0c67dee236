package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.processors.spherical.SphereFrame;

/**
 * A frame in square pixels.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record FrameSize(int width, int height) {

    /** Collecting societies (ADAGP, SABAM) allow previews whose width and height add up to less than this. */
    public static final int PREVIEW_SUM = 1200;

    private static final long UHD = 3840L * 2160;
    private static final long HD = 1920L * 1080;

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

    /** The size of what a recipe makes of a frame. */
    public static FrameSize of(Recipe recipe, SphereFrame frame) {
        SphereFrame shown = FlatView.isMade(recipe, frame.sphere()) ? frame.viewed() : frame.unfolded();
        return new FrameSize(shown.width(), shown.height()).fit(recipe);
    }

    /** Whether it is more than 4K, so that the pictures that an encoder holds make up gigabytes. */
    public boolean isLarge() {
        return (long) width * height > UHD;
    }

    /** Whether it is more than HD, so that what is small in a picture still is many pixels wide. */
    public boolean isFine() {
        return (long) width * height > HD;
    }

    /** How many pictures of 4K have as many pixels, rounded up: what is larger takes longer. */
    public long screens() {
        return ((long) width * height + UHD - 1) / UHD;
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

package atelier.processors.spherical;

import java.util.Optional;

/**
 * A frame with a sphere on it, and the filters that lay it out otherwise. Pure.
 *
 * @param sphere how it lies there
 * @param width of the frame
 * @param height of the frame
 */
public record SphereFrame(Sphere sphere, int width, int height) {
    /** About what a film camera sees, and wide enough to see where one is. */
    private static final int VIEW_DEGREES = 100;

    /** Twice as large, and then scaled: nothing is averaged on the way from a sphere. */
    private static final int FINER = 2;

    /** The same frame, unfolded: as high, and each eye's picture twice as wide as high. */
    public SphereFrame unfolded() {
        return isFolded() ? new SphereFrame(sphere.published(), 2 * eyeHeight() * across(), height) : this;
    }

    /** A frame of which {@link #view} can fill all: as wide, in the shape of films. */
    public SphereFrame viewed() {
        return sphere.isRound() ? new SphereFrame(Sphere.PLAIN, width, Math.max(1, width * 9 / 16)) : this;
    }

    /** The filter that unfolds it; none where it lies as it should. */
    public Optional<String> unfolding() {
        return Optional.of(turning("e", eyes(sphere.stereo()), 2 * eyeHeight(), eyeHeight()))
                .filter(filter -> isFolded());
    }

    private int eyeHeight() {
        return sphere.stereo() == Stereo.TOP_BOTTOM ? height / 2 : height;
    }

    /** How many eyes' pictures are beside each other. */
    private int across() {
        return sphere.stereo() == Stereo.LEFT_RIGHT ? 2 : 1;
    }

    /** The filter that makes a flat picture of what the left eye sees ahead. */
    public Optional<String> view(int viewWidth, int viewHeight) {
        double high =
                2 * Math.toDegrees(Math.atan(Math.tan(Math.toRadians(VIEW_DEGREES / 2.0)) * viewHeight / viewWidth));
        String filter = turning("flat", "2d", FINER * viewWidth, FINER * viewHeight) + ":h_fov=" + VIEW_DEGREES
                + ":v_fov=" + Math.round(high);
        return Optional.of(filter).filter(it -> sphere.isRound());
    }

    /** @param outWidth of the picture of one eye, as all sizes that the filter is told */
    private String turning(String output, String eyes, int outWidth, int outHeight) {
        return "v360=input=" + input() + ":output=" + output + ":in_stereo=" + eyes(sphere.stereo()) + ":out_stereo="
                + eyes + ":w=" + outWidth + ":h=" + outHeight;
    }

    /** In the filter's words; a cube's faces lie as Spherical Video V2 has them. */
    private String input() {
        return switch (sphere.projection()) {
            case FLAT -> "flat";
            case EQUIRECTANGULAR -> "e";
            case HALF_EQUIRECTANGULAR -> "he";
            case CUBEMAP -> "c3x2";
            case EQUIANGULAR_CUBEMAP -> "eac";
        };
    }

    private static String eyes(Stereo stereo) {
        return switch (stereo) {
            case MONO -> "2d";
            case TOP_BOTTOM -> "tb";
            case LEFT_RIGHT -> "sbs";
        };
    }

    private boolean isFolded() {
        return sphere.projection() != sphere.projection().published();
    }
}

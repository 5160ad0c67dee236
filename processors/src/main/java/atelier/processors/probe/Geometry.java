package atelier.processors.probe;

import atelier.processors.index.Ratio;

/**
 * How large a picture is.
 *
 * @param width of a decoded frame, in its own pixels
 * @param height of a decoded frame
 * @param sampleAspectRatio width to height of one pixel
 * @param rotation by how many degrees a player turns the picture clockwise: 0 to 359, nearly always a multiple of 90
 * @param mirrored whether it is shown mirrored: leave the turning to FFmpeg then
 */
public record Geometry(int width, int height, Ratio sampleAspectRatio, int rotation, boolean mirrored) {

    /** Its width as shown, in square pixels. */
    public int displayWidth() {
        return isUpright() ? squareWidth() : height;
    }

    /** Its height as shown, in square pixels. */
    public int displayHeight() {
        return isUpright() ? height : squareWidth();
    }

    private boolean isUpright() {
        return rotation != 90 && rotation != 270;
    }

    private int squareWidth() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(width * sampleAspectRatio.value())));
    }
}

package atelier.processors.probe;

import java.time.Duration;

/**
 * What is taken at most.
 *
 * @param maxDuration longest video
 * @param maxSide widest or highest picture, in pixels
 * @param maxPixels largest picture, in pixels
 */
public record SourceLimits(Duration maxDuration, int maxSide, long maxPixels) {

    /** 4 hours, 16384 pixels a side, 16384×8192 pixels in all. */
    public static SourceLimits defaults() {
        return new SourceLimits(Duration.ofHours(4), 16384, 16384L * 8192);
    }
}

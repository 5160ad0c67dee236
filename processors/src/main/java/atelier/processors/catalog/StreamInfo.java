package atelier.processors.catalog;

/**
 * What an init segment says of its stream.
 *
 * @param codec RFC 6381 codec string
 * @param timescale ticks a second
 * @param width of a video, in pixels; else 0
 * @param height of a video, in pixels; else 0
 * @param channels of an audio; else 0
 * @param sampleRate of an audio; else 0
 * @param frameRate of a video; else 0
 * @param videoRange of a video, in HLS's words: {@code SDR}, {@code PQ} or {@code HLG}
 */
public record StreamInfo(
        String codec,
        int timescale,
        int width,
        int height,
        int channels,
        int sampleRate,
        double frameRate,
        String videoRange) {
    /** What shows on every screen. */
    public static final String STANDARD_RANGE = "SDR";

    public StreamInfo {
        // What was recorded before there was any other.
        videoRange = videoRange == null ? STANDARD_RANGE : videoRange;
    }

    /** One of standard range, or a sound. */
    public StreamInfo(
            String codec, int timescale, int width, int height, int channels, int sampleRate, double frameRate) {
        this(codec, timescale, width, height, channels, sampleRate, frameRate, STANDARD_RANGE);
    }
}

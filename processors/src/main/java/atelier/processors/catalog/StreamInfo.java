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
 */
public record StreamInfo(
        String codec, int timescale, int width, int height, int channels, int sampleRate, double frameRate) {}

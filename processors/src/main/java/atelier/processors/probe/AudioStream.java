package atelier.processors.probe;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An audio stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its codec; {@code unknown} where it cannot be decoded
 * @param sampleRate in hertz
 * @param channels how many
 * @param layout {@code stereo}, {@code 5.1}
 * @param language ISO 639-2
 * @param startMicros when its first sample is heard, in microseconds
 * @param isDefault whether the file marks it as the one to choose
 * @param title that its maker gave it
 */
public record AudioStream(
        int index,
        String codec,
        int sampleRate,
        int channels,
        Optional<String> layout,
        Optional<String> language,
        OptionalLong startMicros,
        boolean isDefault,
        Optional<String> title) {

    /** Whether anything can be heard of it. */
    boolean isDecodable() {
        return sampleRate > 0 && channels > 0 && !codec.equals("unknown");
    }
}

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
 */
public record AudioStream(
        int index,
        String codec,
        int sampleRate,
        int channels,
        Optional<String> layout,
        Optional<String> language,
        OptionalLong startMicros,
        boolean isDefault) {}

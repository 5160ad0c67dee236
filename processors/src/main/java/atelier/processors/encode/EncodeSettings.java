package atelier.processors.encode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What encoding may use.
 *
 * @param work folder for scratch folders
 * @param inputOptions the allow-lists that go before every input
 * @param cores how many threads the first job that a viewer waits for may use
 * @param noProgress how long FFmpeg may make no progress
 * @param encodePerSecond how long encoding one second may take
 * @param memoryBytes address space of one FFmpeg process
 * @param segment longest segment
 * @param ffmpegVersion recorded beside each output
 */
public record EncodeSettings(
        Path work,
        List<String> inputOptions,
        int cores,
        Duration noProgress,
        Duration encodePerSecond,
        long memoryBytes,
        Duration segment,
        String ffmpegVersion) {
    public EncodeSettings {
        inputOptions = List.copyOf(inputOptions);
    }
}

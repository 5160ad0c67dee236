package atelier.processors.encode;

import java.nio.file.Path;
import java.util.List;

/**
 * The file that an output is made of.
 *
 * @param file where it lies
 * @param options the allow-lists that go before it
 * @param stream index of the stream in the file
 */
public record EncodeInput(Path file, List<String> options, int stream) {
    public EncodeInput {
        options = List.copyOf(options);
    }
}

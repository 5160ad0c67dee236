package atelier.processors.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scratch folder for one job; gone when the job ends.
 *
 * @param folder where it is
 */
record Scratch(Path folder) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    static Scratch in(Path work, String fingerprint) {
        try {
            Files.createDirectories(work);
            return new Scratch(Files.createTempDirectory(work, fingerprint.substring(0, 16) + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No scratch folder could be made in " + work + ".", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The scratch folder {} could not be emptied; it is at the next start.", folder, e);
        }
    }
}

package atelier.processors.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scratch folders of a process. */
public final class ScratchFolders {
    private ScratchFolders() {}

    /** Removes what a killed process left. To be called before any job runs. */
    public static void empty(Path work) {
        try (Stream<Path> folders = Files.list(work)) {
            List<Path> left = folders.toList();
            left.forEach(folder -> new Scratch(folder).close());
        } catch (IOException e) {
            throw new UncheckedIOException("The scratch folder " + work + " cannot be emptied.", e);
        }
    }
}

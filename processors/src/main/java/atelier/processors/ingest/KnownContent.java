package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import atelier.processors.content.ContentHash;
import atelier.processors.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a file has the content of an input that was taken before. */
record KnownContent(Home home, Sources sources) {

    /**
     * Whether it is the very file that was recorded before a crash, or has the same content.
     *
     * @param content hash of the file, where that is known: else it is read, if its size leaves the question open
     */
    boolean isSame(Input input, Path file, Optional<ContentHash> content) throws IOException, InterruptedException {
        Path kept = home.resolve(input.filePath());
        boolean here = Files.isRegularFile(kept);
        if (!here && !sources.isThere(input)) {
            return false;
        }
        return (here && Files.isSameFile(kept, file))
                || (input.fileHash().isPresent()
                        && input.fileSize() == Files.size(file)
                        && (!here || Files.size(kept) == Files.size(file))
                        && input.fileHash().get().equals(hash(file, content)));
    }

    private static String hash(Path file, Optional<ContentHash> known) throws IOException, InterruptedException {
        return (known.isPresent() ? known.get() : ContentHash.sha256(file)).hex();
    }
}

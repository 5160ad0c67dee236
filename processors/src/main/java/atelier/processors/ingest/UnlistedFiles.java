package atelier.processors.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of the inbox that a listing by text does not reach: their names are no text in the file system's encoding, or hold a
 * backslash, which Camel's file consumer takes for a slash. No artwork can have such a name, and the artist should be told so.
 */
public final class UnlistedFiles {
    private static final int MOST = 1000;

    private final Path inbox;

    public UnlistedFiles(Path inbox) {
        this.inbox = inbox.toAbsolutePath().normalize();
    }

    /**
     * Those that are there now, at most a thousand.
     *
     * @throws IOException if the inbox cannot be listed
     */
    public List<Path> find() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(inbox, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isUnlisted(file)) {
                    found.add(file);
                }
                return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE; // Gone meanwhile, or not ours to read: the consumer says so.
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private boolean isUnlisted(Path file) {
        String text = inbox.relativize(file).toString();
        return text.indexOf('\\') >= 0 || !inbox.resolve(text).equals(file);
    }
}

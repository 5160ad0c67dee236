package atelier.processors.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Puts files where they are seen whole or not at all, also after the power has gone: under a temporary name, flushed, then renamed. */
final class WholeFiles {
    private WholeFiles() {}

    static void write(Path target, byte[] content) throws IOException {
        Path temporary = temporaryBeside(target);
        Files.write(temporary, content);
        commit(temporary, target);
    }

    /** Moves a file there. */
    static void take(Path file, Path target) throws IOException {
        Path temporary = temporaryBeside(target);
        Files.move(file, temporary);
        commit(temporary, target);
    }

    /** Makes sure that the names in a folder last. */
    static void flush(Path folder) throws IOException {
        force(folder, StandardOpenOption.READ);
    }

    private static Path temporaryBeside(Path target) {
        return target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    }

    private static void commit(Path temporary, Path target) throws IOException {
        force(temporary, StandardOpenOption.WRITE);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path path, StandardOpenOption opened) throws IOException {
        try (FileChannel channel = FileChannel.open(path, opened)) {
            channel.force(true);
        }
    }
}

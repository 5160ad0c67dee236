package atelier.processors.ingest;

import atelier.processors.content.FileChangedException;
import atelier.processors.content.FileState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves a file in two halves, so that at every instant it is in one of both places, or in both, and nothing is overwritten.
 *
 * <p>{@link #begin()} makes the new name: a second link to the same file, where the file system has links; else a synced copy.
 * {@link #finish()} takes the old name away.
 */
final class SafeMove {
    private final Path from;
    private final Path to;
    private final FileState before;

    SafeMove(Path from, Path to) throws IOException {
        this.from = from;
        this.to = to;
        this.before = FileState.of(from)
                .orElseThrow(() -> new FileSystemException(from.toString(), to.toString(), "it is no longer there"));
    }

    /** @throws FileAlreadyExistsException if the new name is taken by another file */
    void begin() throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isSameFile(to, from)) {
                throw e;
            }
        } catch (FileSystemException | UnsupportedOperationException e) {
            copy();
        }
        sync(to.getParent());
    }

    /** Takes the old name away, unless what is there is no longer what was moved. */
    void finish() throws IOException {
        if (Files.isSameFile(from, to) || FileState.of(from).equals(Optional.of(before))) {
            Files.delete(from);
            sync(from.getParent());
        } else {
            throw new FileChangedException(from);
        }
    }

    /** Another file system, or one without links. The reserved name keeps others off; the copy replaces it when it is whole. */
    private void copy() throws IOException {
        Path temporary = to.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.copy(from, temporary, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            sync(temporary);
            if (!FileState.of(from).equals(Optional.of(before)) || Files.size(temporary) != before.bytes()) {
                throw new FileChangedException(from);
            }
            Files.createFile(to);
            Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes a file's content, or a folder's names, outlast a power cut. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

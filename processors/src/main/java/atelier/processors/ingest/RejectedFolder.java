package atelier.processors.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where refused files go: the same path as in the inbox, beside a note that says why and what to do.
 *
 * <p>Nothing there is ever overwritten, and the artist's only copy is never lost: a refusal that was cut off at any point is
 * simply made again.
 */
public final class RejectedFolder {
    private static final int MOST_ATTEMPTS = 10_000;

    /** Systems take paths of 4,096 bytes: a longer one than this loses its folders, so that it fits with what is added to it. */
    private static final int LONGEST_PATH = 2_000;

    private final Path folder;
    private final Clock clock;

    /** @param folder where refused files go; it is made when it is needed */
    public RejectedFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Moves a file out of the inbox.
     *
     * @param inbox the inbox folder
     * @param file a regular file below it
     * @return where the file is now; the note is beside it, under the same name and {@code .txt}
     * @throws IOException if it could not be moved: it is still in the inbox then
     */
    public Path reject(Path inbox, Path file, Rejection rejection) throws IOException {
        if (!file.startsWith(inbox) || !file.equals(file.normalize())) {
            throw new IllegalArgumentException(file + " is not below " + inbox + ": it was not moved.");
        }
        return rejectAs(inbox.relativize(file), file, rejection);
    }

    /**
     * Moves a file that was taken from the inbox already.
     *
     * @param as its path below the inbox, as the artist named it
     * @param file where it is now
     * @return where the file is now; the note is beside it, under the same name and {@code .txt}
     * @throws IOException if it could not be moved: it is still where it was then
     */
    Path rejectAs(Path as, Path file, Rejection rejection) throws IOException {
        Path below = folderFor(fitting(as));
        NumberedName name = NumberedName.of(as.getFileName().toString());
        for (int number = 1; number <= MOST_ATTEMPTS; number++) {
            Path target = below.resolve(name.numbered(number));
            if (isFree(target, file)) {
                try {
                    move(file, target, rejection);
                    return target;
                } catch (FileAlreadyExistsException e) {
                    // Somebody took the name between the look and the move: the next number will do.
                }
            }
        }
        throw new FileSystemException(
                file.toString(), below.toString(), "it was not moved, for all names there are taken: tidy that folder");
    }

    private static Path fitting(Path as) {
        return as.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH ? as.getFileName() : as;
    }

    /** A link to the very file is the beginning of this same move, cut off by a crash. */
    private static boolean isFree(Path target, Path file) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isSameFile(target, file);
        }
        return !Files.exists(note(target), LinkOption.NOFOLLOW_LINKS);
    }

    private void move(Path file, Path target, Rejection rejection) throws IOException {
        SafeMove move = new SafeMove(file, target);
        move.begin();
        RejectionNote.of(file.getFileName(), rejection, clock.instant()).write(note(target));
        move.finish();
    }

    private static Path note(Path target) {
        return target.resolveSibling(target.getFileName() + ".txt");
    }

    /** The folder of the same path, going round refused files (and links) that stand where a folder should be. */
    private Path folderFor(Path relative) throws IOException {
        Path at = Files.createDirectories(folder);
        Path parents = relative.getParent();
        if (parents != null) {
            for (Path part : parents) {
                at = childFolder(at, part.toString());
            }
        }
        return at;
    }

    private static Path childFolder(Path parent, String name) throws IOException {
        for (int number = 1; number <= MOST_ATTEMPTS; number++) {
            Path child = parent.resolve(number == 1 ? name : name + " (" + number + ")");
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                return child;
            }
            if (!Files.exists(child, LinkOption.NOFOLLOW_LINKS)) {
                return Files.createDirectory(child);
            }
        }
        throw new FileSystemException(parent.toString(), name, "no folder could be made: tidy that one");
    }
}

package atelier.processors.catalog.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that one process at a time uses. The kernel ends the lock with the process, however that ends. */
final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    private static final String FILE = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for a predecessor that is just ending.
     *
     * @throws DatabaseException if another process keeps it for longer than {@code patience}; names that process
     */
    static FolderLock take(Path folder, Duration patience) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!Waiting.until(() -> lock(channel, file), patience)) {
                channel.close();
                throw inUse(folder, file, patience);
            }
            sign(channel);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new DatabaseException("The folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel, Path file) throws IOException {
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                LOG.debug("{} is held by process {}", file, holder(file));
            }
            return lock.isPresent();
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static DatabaseException inUse(Path folder, Path file, Duration patience) {
        return new DatabaseException("The folder " + folder + " is in use by another Atelier, process " + holder(file)
                + ", and still was after " + patience.toSeconds()
                + " s. This one does not start. Stop the other one, or "
                + "give this one a home of its own (ATELIER_HOME).");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("A lock could not be given back; it ends with this process.", e);
        }
    }
}

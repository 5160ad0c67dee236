package atelier.processors.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A scratch folder that one node has to itself. The kernel ends the lock with the process, however that ends. */
final class WorkLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws NodeException if another process has the folder */
    static WorkLock take(Path work) {
        try {
            Files.createDirectories(work);
            // Beside it: what is in it is emptied.
            FileChannel channel = FileChannel.open(
                    work.resolveSibling(work.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw new NodeException(
                        "The scratch folder " + work + " is another node's, which is running. This one does"
                                + " not start. Give it one of its own in atelier.node.work, or a home of its own.");
            }
            return new WorkLock(channel);
        } catch (IOException e) {
            throw new NodeException("The scratch folder " + work + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // held by this very process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

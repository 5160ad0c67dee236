package atelier.processors.plan;

import atelier.processors.ingest.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Hashes a file behind somebody who reads it, and never before them: so it is read from the disk once, and the hash takes
 * no more of the processor than the reading. What is encoded meanwhile goes before both.
 */
final class FollowingHash implements AutoCloseable {
    private final Future<ContentHash> hash;
    private long reached;

    /** Begins. @param threads with one to spare for it */
    FollowingHash(ExecutorService threads, Path file) {
        hash = threads.submit(() -> ContentHash.sha256(file, this::follow));
    }

    /** The file has been read up to here. */
    synchronized void reached(long position) {
        if (position > reached) {
            reached = position;
            notifyAll();
        }
    }

    /**
     * The file has been read to its end.
     *
     * @return the hash, when it is there
     * @throws IOException if the file could not be read, or this thread was interrupted; errors keep their class
     */
    ContentHash join() throws IOException {
        reached(Long.MAX_VALUE);
        try {
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Reading was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException("The content could not be hashed.", e.getCause());
        }
    }

    /** Ends it, where it has not come to its end. */
    @Override
    public void close() {
        hash.cancel(true);
    }

    private synchronized void follow(long position) {
        try {
            while (reached < position) {
                wait();
            }
        } catch (InterruptedException e) {
            // The hash stops at this.
            Thread.currentThread().interrupt();
        }
    }
}

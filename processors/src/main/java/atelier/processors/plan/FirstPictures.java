package atelier.processors.plan;

import atelier.processors.catalog.Editions;
import java.time.Duration;

/**
 * Lets the first pictures of a fresh film be made before the rest of it is read. Reading and hashing take a whole core, which on a
 * machine of two is half of what the first chunk needs.
 */
public final class FirstPictures {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Editions editions;
    private final Duration most;

    /** @param most how long reading waits: the first chunk may be behind others */
    public FirstPictures(Editions editions, Duration most) {
        this.editions = editions;
        this.most = most;
    }

    /** Waits until the artwork can be played, or long enough, or until this thread is interrupted, which it stays. */
    void await(long artworkId) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end && editions.current(artworkId).isEmpty()) {
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

package atelier.processors.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How often a read that was cut off is gone on with: a few times without progress, after pauses that grow and are of random length. */
final class Tries {
    private static final int MOST = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private int failed;

    /** Something came. */
    void progressed() {
        failed = 0;
    }

    /** How many failed since something came. */
    int failed() {
        return failed;
    }

    /** One failed. Whether there is to be another; waits for it then. */
    boolean again() {
        failed++;
        if (failed == MOST || Thread.currentThread().isInterrupted()) {
            return false;
        }
        long pause = PAUSE.toNanos() << failed;
        LockSupport.parkNanos(pause - ThreadLocalRandom.current().nextLong(pause / 2));
        return true;
    }
}

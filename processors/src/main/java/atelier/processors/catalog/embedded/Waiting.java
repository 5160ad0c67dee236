package atelier.processors.catalog.embedded;

import java.io.IOException;
import java.time.Duration;

/** Waits for what other processes do. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(20);

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private Waiting() {}

    /** Asks until the condition holds: whether it did within {@code patience}. Asks at least once. */
    static boolean until(Condition condition, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() >= end || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(STEP.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

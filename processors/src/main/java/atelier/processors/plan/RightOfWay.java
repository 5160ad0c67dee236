package atelier.processors.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Holds up a reading while what somebody asked for is made: that has the processor for itself. But a film that is watched is asked for again and
 * again, and has to be read: it is held up for half of the time at most.
 */
final class RightOfWay {
    /** A pause, and what is read between two. */
    static final Duration SHARE = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 250;

    private final Clock clock;
    private final CountDownLatch over;
    private final BooleanSupplier awaited;
    private volatile boolean asked;
    private Instant next = Instant.MIN;

    /**
     * @param over when nobody reads any more
     * @param awaited whether what somebody asked for is not made yet
     */
    RightOfWay(Clock clock, CountDownLatch over, BooleanSupplier awaited) {
        this.clock = clock;
        this.over = over;
        this.awaited = awaited;
    }

    /** Somebody asks for something. */
    void ask() {
        asked = true;
    }

    /** To be called by whoever reads, who goes on when this returns: at once, where nobody asked. For one thread. */
    void give() {
        if (!asked || clock.instant().isBefore(next)) {
            return;
        }
        Instant end = clock.instant().plus(SHARE);
        try {
            while (asked && clock.instant().isBefore(end)) {
                asked = awaited.getAsBoolean() && !over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        next = clock.instant().plus(SHARE);
    }
}

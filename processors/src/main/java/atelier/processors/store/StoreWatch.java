package atelier.processors.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the store can be used, asked now and then however often somebody wants to know. */
public final class StoreWatch {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;
    private Instant asked = Instant.EPOCH;
    private Optional<String> answer = Optional.empty();

    public StoreWatch(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Why the store cannot be used, and what to do, as sentences; empty if it can. At most two seconds old. */
    public synchronized Optional<String> trouble() {
        if (asked.plus(KEPT).isBefore(clock.instant())) {
            answer = store.trouble();
            asked = clock.instant();
        }
        return answer;
    }
}

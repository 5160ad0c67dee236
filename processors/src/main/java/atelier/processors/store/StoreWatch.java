package atelier.processors.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the store can be used, asked now and then however often somebody wants to know. */
public final class StoreWatch {
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final Supplier<Optional<String>> store;
    private final Clock clock;
    private Instant asked = Instant.EPOCH;
    private Optional<String> answer = Optional.empty();

    /** @param store says why it cannot be used, as {@link Store#trouble} */
    public StoreWatch(Supplier<Optional<String>> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Why the store cannot be used, and what to do, as sentences; empty if it can. At most two seconds old. */
    public synchronized Optional<String> trouble() {
        if (asked.plus(KEPT).isBefore(clock.instant())) {
            answer = store.get();
            asked = clock.instant();
        }
        return answer;
    }
}

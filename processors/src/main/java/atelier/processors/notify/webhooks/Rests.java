package atelier.processors.notify.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Endpoints that are in trouble are left alone for a while: what waits for them keeps no thread from the others. */
final class Rests {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int DOUBLINGS = 7;

    private final Clock clock;
    private final Map<String, Rest> byEndpoint = new ConcurrentHashMap<>();

    private record Rest(int failures, Instant until) {}

    Rests(Clock clock) {
        this.clock = clock;
    }

    /** Until when an endpoint rests, if it does. */
    Optional<Instant> until(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint))
                .map(Rest::until)
                .filter(until -> until.isAfter(clock.instant()));
    }

    void heard(String endpoint, Answer answer) {
        if (answer.ill()) {
            byEndpoint.merge(endpoint, rest(1), (before, first) -> rest(before.failures() + 1));
        } else {
            byEndpoint.remove(endpoint);
        }
    }

    private Rest rest(int failures) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return new Rest(failures, clock.instant().plus(pause));
    }
}

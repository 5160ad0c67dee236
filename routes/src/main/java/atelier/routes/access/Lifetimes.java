package atelier.routes.access;

import atelier.processors.catalog.PlaybackKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when addresses hold. Their end goes by steps, so that for a while all who ask for a playlist get the same: what is cached stays
 * of use, and a player that loads a growing playlist again does not take what it knows for something new.
 */
public final class Lifetimes {
    private static final int STEPS = 4;

    private final Duration expiry;
    private final Clock clock;

    /** @param expiry for how long an address holds at least */
    public Lifetimes(Duration expiry, Clock clock) {
        this.expiry = expiry;
        this.clock = clock;
    }

    /**
     * Until when what is given out now holds.
     *
     * @param film how long it is to be watched: players ask once for a playlist that has ended, and for its last segment when they
     *     come to it
     */
    public Instant until(Duration film) {
        Duration wanted = expiry.plus(film);
        Duration longest = PlaybackKeys.LONGEST.minus(step());
        return begun().plus(wanted.compareTo(longest) < 0 ? wanted : longest).plus(step());
    }

    /** When the present step began. */
    public Instant begun() {
        long millis = step().toMillis();
        return Instant.ofEpochMilli(clock.millis() / millis * millis);
    }

    public Instant now() {
        return clock.instant();
    }

    private Duration step() {
        long seconds = Math.max(
                1, Math.min(expiry.toSeconds() / STEPS, Duration.ofHours(1).toSeconds()));
        return Duration.ofSeconds(seconds);
    }
}

package atelier.processors.viewing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How much players may tell: of one session no more than a player of ours does, and of all no more than is good for the database. */
public final class RateLimit {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Clock clock;
    private final int perSession;
    private final int inAll;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant began = Instant.EPOCH;
    private int all;

    /**
     * @param perSession batches of one session in ten seconds
     * @param inAll batches in ten seconds
     */
    public RateLimit(Clock clock, int perSession, int inAll) {
        this.clock = clock;
        this.perSession = perSession;
        this.inAll = inAll;
    }

    /** Whether another batch of a session is taken. */
    public synchronized boolean allows(String session) {
        Instant now = clock.instant();
        if (!now.isBefore(began.plus(WINDOW))) {
            counts.clear();
            began = now;
            all = 0;
        }
        if (all >= inAll || counts.getOrDefault(session, 0) >= perSession) {
            return false;
        }
        all++;
        counts.merge(session, 1, Integer::sum);
        return true;
    }
}

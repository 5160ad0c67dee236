package atelier.processors.bucket;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the buckets and queues that this node watches can be used. Each change is logged once, however often it is seen. */
public final class BucketStates {
    private static final Logger LOG = LoggerFactory.getLogger(BucketStates.class);

    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    /**
     * What is wrong.
     *
     * @param reason in a word or two
     * @param error all of it, with what to do
     * @param since when it began
     */
    public record Trouble(String reason, String error, Instant since) {}

    public BucketStates(Clock clock) {
        this.clock = clock;
    }

    /** Says that a bucket or queue was looked at, and is well. */
    public void well(String place) {
        seen.put(place, clock.instant());
        Trouble over = troubles.remove(place);
        if (over != null) {
            LOG.info("{} can be used again, after \"{}\" since {}.", place, over.reason(), over.since());
        }
    }

    /** Says that one cannot be used now. */
    public void trouble(String place, String reason, String error) {
        Trouble before = troubles.get(place);
        Instant since = before == null ? clock.instant() : before.since();
        troubles.put(place, new Trouble(reason, error, since));
        if (before == null || !before.reason().equals(reason)) {
            LOG.warn(
                    "{} cannot be used now ({}); nothing is lost, and it is tried again until it can. {}",
                    place,
                    reason,
                    error);
        }
    }

    /** What is wrong with one, if anything. */
    public Optional<Trouble> of(String place) {
        return Optional.ofNullable(troubles.get(place));
    }

    /** When one was last looked at and well, on this node. */
    public Optional<Instant> seen(String place) {
        return Optional.ofNullable(seen.get(place));
    }

    /** All that is wrong, by bucket or queue. */
    public Map<String, Trouble> troubles() {
        return Map.copyOf(troubles);
    }
}

package atelier.processors.work;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps how far the encodes of this process are: at most once a second each, and never backwards. */
public final class JobProgress {
    private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);
    private static final long PAUSE_MILLIS = 1000;

    private final JobRuns runs;
    private final Clock clock;
    private final Map<String, Reached> reached = new ConcurrentHashMap<>();

    private record Reached(double share, long saidMillis) {}

    public JobProgress(JobRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** An encode begins. */
    public void begin(String fingerprint) {
        reached.put(fingerprint, new Reached(0, clock.millis()));
    }

    /** An encode is so far; of one that has not begun, or that has ended, nothing is kept. */
    public void report(String fingerprint, double share) {
        reached.computeIfPresent(fingerprint, (key, before) -> said(key, before, share));
    }

    /** An encode ended. */
    public void end(String fingerprint) {
        reached.remove(fingerprint);
    }

    private Reached said(String fingerprint, Reached before, double share) {
        double now = Share.forward(before.share(), share);
        if (now == before.share() || clock.millis() - before.saidMillis() < PAUSE_MILLIS) {
            return before;
        }
        try {
            runs.progress(JobRef.ENCODE, fingerprint, now);
        } catch (RuntimeException e) {
            LOG.debug("How far {} is could not be recorded; it goes on.", fingerprint, e);
        }
        return new Reached(now, clock.millis());
    }
}

package atelier.processors.work;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps how far the jobs of one kind are in this process: at most once a second each, and never backwards. */
public final class JobProgress {
    private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);
    private static final long PAUSE_MILLIS = 1000;

    private final JobRuns runs;
    private final String task;
    private final Clock clock;
    private final Map<String, Reached> reached = new ConcurrentHashMap<>();

    private record Reached(double share, long saidMillis) {}

    /** @param task of {@link JobRef} */
    public JobProgress(JobRuns runs, String task, Clock clock) {
        this.runs = runs;
        this.task = task;
        this.clock = clock;
    }

    /** A job begins. */
    public void begin(String job) {
        reached.put(job, new Reached(0, clock.millis()));
    }

    /** A job is so far; of one that has not begun, or that has ended, nothing is kept. */
    public void report(String job, double share) {
        reached.computeIfPresent(job, (key, before) -> said(key, before, share));
    }

    /** A job ended. */
    public void end(String job) {
        reached.remove(job);
    }

    private Reached said(String job, Reached before, double share) {
        double now = Share.forward(before.share(), share);
        if (now == before.share() || clock.millis() - before.saidMillis() < PAUSE_MILLIS) {
            return before;
        }
        try {
            runs.progress(task, job, now);
        } catch (RuntimeException e) {
            LOG.debug("How far {} is could not be recorded; it goes on.", job, e);
        }
        return new Reached(now, clock.millis());
    }
}

package atelier.processors.work;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What is logged while a job runs says which job, on which node, for which artwork: structured logs have that as fields. What
 * the job itself has put there goes with it.
 */
final class JobLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);
    private static final List<String> FIELDS = List.of("job", "node", "artwork", "rendition", "chunk");

    private final JobRef job;
    private final Clock clock;
    private final long beganMillis;

    private JobLog(JobRef job, Clock clock) {
        this.job = job;
        this.clock = clock;
        this.beganMillis = clock.millis();
        MDC.put("job", job.task() + " " + job.id());
        MDC.put("node", job.node());
    }

    static JobLog of(JobRef job, Clock clock) {
        return new JobLog(job, clock);
    }

    void done() {
        long millis = clock.millis() - beganMillis;
        LOG.atInfo().addKeyValue("duration", millis).log("Job {} {} took {} ms.", job.task(), job.id(), millis);
    }

    void failed(Failure failure, Verdict verdict, Throwable cause) {
        if (verdict instanceof Verdict.Again again) {
            LOG.warn(
                    "Job {} {} is tried again in {} ms ({}): {}",
                    job.task(),
                    job.id(),
                    again.after().toMillis(),
                    failure.reason(),
                    failure.message(),
                    failure.kind() == FailureClass.SUSPECT && failure.call().isEmpty() ? cause : null);
        } else if (verdict instanceof Verdict.GiveUp giveUp) {
            LOG.error(
                    "Job {} {} is given up as {} ({}), and waits for somebody to try it again: {}",
                    job.task(),
                    job.id(),
                    giveUp.as().text(),
                    failure.reason(),
                    failure.message(),
                    cause);
        }
    }

    @Override
    public void close() {
        FIELDS.forEach(MDC::remove);
    }
}

package atelier.processors.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is logged while a job runs says which job, on which node: structured logs have that as fields. */
final class JobLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private final JobRef job;
    private final Clock clock;
    private final long beganMillis;
    private final List<MDC.MDCCloseable> fields = new ArrayList<>();

    private JobLog(JobRef job, Clock clock) {
        this.job = job;
        this.clock = clock;
        this.beganMillis = clock.millis();
        fields.add(MDC.putCloseable("job", job.task() + " " + job.id()));
        fields.add(MDC.putCloseable("node", job.node()));
    }

    static JobLog of(JobRef job, Clock clock) {
        return new JobLog(job, clock);
    }

    void done() {
        LOG.atDebug()
                .addKeyValue("duration", clock.millis() - beganMillis)
                .log("Job {} {} is done.", job.task(), job.id());
    }

    void failed(Failure failure, Verdict verdict, Throwable cause) {
        if (verdict instanceof Verdict.Again again) {
            LOG.warn(
                    "Job {} {} is tried again in {} ms ({}): {}",
                    job.task(),
                    job.id(),
                    again.after().toMillis(),
                    failure.reason(),
                    failure.message());
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
        fields.forEach(MDC.MDCCloseable::close);
    }
}

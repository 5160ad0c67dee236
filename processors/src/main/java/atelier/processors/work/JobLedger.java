package atelier.processors.work;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what becomes of jobs, for the next try and for people. */
final class JobLedger {
    private final JobFailures failures;
    private final JobRuns runs;
    private final FailurePolicy policy;

    JobLedger(JdbcClient sql, FailurePolicy policy, Clock clock) {
        this.failures = new JobFailures(sql, clock);
        this.runs = new JobRuns(sql, clock);
        this.policy = policy;
    }

    void begin(JobRef job) {
        runs.begin(job);
    }

    void putOff(JobRef job, String why) {
        runs.putOff(job.task(), job.id(), why);
    }

    void succeeded(JobRef job) {
        failures.forget(job.task(), job.id());
        runs.end(job.task(), job.id());
    }

    /** Records a failure; what follows from it. */
    Verdict failed(JobRef job, Failure failure) {
        FailureHistory history = failures.history(job.task(), job.id()).with(failure);
        Verdict verdict = policy.judge(failure, history, ThreadLocalRandom.current()::nextLong);
        if (failure.blame() != Failure.Blame.NOBODY) {
            failures.record(job, failure, history, verdict);
        }
        runs.end(job.task(), job.id());
        return verdict;
    }
}

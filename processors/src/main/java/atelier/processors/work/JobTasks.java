package atelier.processors.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What db-scheduler is told of jobs: how one runs under its claim, and what follows where it fails or its node dies. */
final class JobTasks {
    private static final Logger LOG = LoggerFactory.getLogger(JobTasks.class);

    private final JobLedger ledger;
    private final Claims claims;
    private final String node;
    private final Clock clock;

    JobTasks(JobLedger ledger, Claims claims, String node, Clock clock) {
        this.ledger = ledger;
        this.claims = claims;
        this.node = node;
        this.clock = clock;
    }

    /**
     * A kind of job.
     *
     * @param table where its jobs are
     * @param work what it does under a claim
     * @param giveUp what follows where it can not be done, with the job's name and why
     */
    CustomTask<Void> task(String name, String table, Consumer<Claim> work, BiConsumer<String, Throwable> giveUp) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) -> ifHeld(claim(table, complete.getExecution()), () -> {
                    Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("It did not end."));
                    follow(complete, operations, cause, Failure.of(cause), giveUp);
                }))
                .onDeadExecution((complete, operations) -> {
                    Failure death = Failure.died(complete.getExecution().pickedBy);
                    follow(complete, operations, new IllegalStateException(death.message()), death, giveUp);
                })
                .execute((instance, context) -> done(work, claim(table, context.getExecution()), job(instance, node)));
    }

    private static Claim claim(String table, Execution execution) {
        return new Claim(table, execution.getTaskName(), execution.getId(), execution.pickedBy, execution.version);
    }

    /** What follows is recorded only under the claim: the job may be another worker's by now. */
    private CompletionHandler<Void> done(Consumer<Claim> work, Claim claim, JobRef job) {
        try (JobLog log = JobLog.of(job, clock)) {
            ledger.begin(job);
            work.accept(claim);
            log.done();
            return (complete, operations) -> ifHeld(claim, () -> {
                ledger.succeeded(job);
                operations.remove();
            });
        } catch (PostponedException e) {
            LOG.debug("Job {} is looked at again in {}: {}", job.id(), e.by(), e.getMessage());
            return (complete, operations) -> ifHeld(claim, () -> {
                ledger.putOff(job, e.getMessage());
                operations.reschedule(complete, clock.instant().plus(e.by()));
            });
        }
    }

    private void ifHeld(Claim claim, Runnable record) {
        if (claims.holds(claim)) {
            record.run();
        } else {
            LOG.info("Job {} went to another worker meanwhile; what this one did of it counts no more.", claim.id());
        }
    }

    private void follow(
            ExecutionComplete complete,
            ExecutionOperations<Void> operations,
            Throwable cause,
            Failure failure,
            BiConsumer<String, Throwable> giveUp) {
        JobRef job = job(complete.getExecution().taskInstance, complete.getExecution().pickedBy);
        try (JobLog log = JobLog.of(job, clock)) {
            Verdict verdict = ledger.failed(job, failure);
            log.failed(failure, verdict, cause);
            if (verdict instanceof Verdict.Again again) {
                operations.reschedule(complete, clock.instant().plus(again.after()));
            } else {
                // First: somebody who sees that it failed may leave it again at once.
                operations.remove();
                giveUp.accept(job.id(), cause);
            }
        }
    }

    private static JobRef job(TaskInstance<?> instance, String node) {
        return new JobRef(EncodeTasks.kind(instance.getTaskName()), instance.getId(), instance.getPriority(), node);
    }
}

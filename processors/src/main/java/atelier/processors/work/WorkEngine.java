package atelier.processors.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims jobs and runs them: reading and encoding each with db-scheduler tables and threads of their own, so that a long
 * encode never keeps a fresh drop waiting. Claims, heartbeats, revival and priorities are db-scheduler's.
 */
public final class WorkEngine implements JobQueue, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkEngine.class);
    /** Below every reading: files that came are read first. */
    private static final int BATCH = -100;

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int POISON = 8;

    /**
     * @param node name of this process: unique among those on the same database
     * @param slots how many outputs are made at a time
     * @param readers how many inputs are read at a time
     * @param poll how often the database is asked
     * @param attempts how often suspect work is tried
     * @param heartbeat how often a claim is confirmed; after four missed ones another node takes over
     */
    public record Settings(String node, int slots, int readers, Duration poll, int attempts, Duration heartbeat) {}

    private final Settings settings;
    private final Clock clock;
    private final CustomTask<Void> readTask;
    private final CustomTask<Void> encodeTask;
    private final CustomTask<Void> batchTask;
    private final JobTables tables;
    private final JobLedger ledger;
    private final Scheduler reading;
    private final Scheduler encoding;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param dataSource takes part in the surrounding transaction */
    public WorkEngine(DataSource dataSource, JobSteps steps, Settings settings, Clock clock) {
        this(dataSource, steps, settings, new FailurePolicy(settings.attempts(), POISON, LONGEST_BACKOFF), clock);
    }

    /**
     * @param dataSource takes part in the surrounding transaction
     * @param policy what becomes of jobs that fail
     */
    public WorkEngine(DataSource dataSource, JobSteps steps, Settings settings, FailurePolicy policy, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = new JobLedger(JdbcClient.create(dataSource), policy, clock);
        this.readTask = task(
                "read",
                id -> steps.read(Long.parseLong(id)),
                (id, cause) -> steps.readFailed(Long.parseLong(id), cause));
        this.encodeTask = task("encode", steps::encode, steps::encodeFailed);
        this.batchTask = task(
                "batch",
                id -> steps.batch(Long.parseLong(id)),
                (id, cause) -> steps.batchFailed(Long.parseLong(id), cause));
        this.tables = new JobTables(JdbcClient.create(dataSource));
        this.reading = scheduler(dataSource, "read_jobs", List.of(readTask, batchTask), settings.readers());
        this.encoding = scheduler(dataSource, "encode_jobs", List.of(encodeTask), settings.slots());
    }

    /** Begins to claim work. */
    public void start() {
        reading.start();
        encoding.start();
    }

    @Override
    public void read(long inputId) {
        leave(
                reading,
                readTask.instanceBuilder(Long.toString(inputId)).priority(0).build());
    }

    @Override
    public void encode(String fingerprint, int priority) {
        leave(
                encoding,
                encodeTask.instanceBuilder(fingerprint).priority(priority).build());
        tables.hurry(encodeTask.getName(), fingerprint, priority, clock.instant());
    }

    @Override
    public void batch(long batchId) {
        leave(
                reading,
                batchTask
                        .instanceBuilder(Long.toString(batchId))
                        .priority(BATCH)
                        .build());
    }

    @Override
    public boolean isLeftToRead(long inputId) {
        return reading.getScheduledExecution(TaskInstanceId.of(readTask.getName(), Long.toString(inputId)))
                .isPresent();
    }

    @Override
    public boolean isLeftToEncode(String fingerprint) {
        return encoding.getScheduledExecution(TaskInstanceId.of(encodeTask.getName(), fingerprint))
                .isPresent();
    }

    @Override
    public void wake() {
        reading.triggerCheckForDueExecutions();
        encoding.triggerCheckForDueExecutions();
    }

    /** Interrupts what runs and gives it back; once is enough. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            reading.stop();
            encoding.stop();
        }
    }

    private void leave(Scheduler scheduler, TaskInstance<Void> instance) {
        scheduler.scheduleIfNotExists(instance, clock.instant());
    }

    private Scheduler scheduler(DataSource dataSource, String table, List<Task<?>> tasks, int threads) {
        return new SchedulerBuilder(dataSource, tasks)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(settings.node()))
                .threads(threads)
                .pollingInterval(settings.poll())
                // Claims no more than can run at once: what waits here could run on another node.
                .pollUsingLockAndFetch(0.99, 1.0)
                .enablePriority()
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .alwaysPersistTimestampInUTC()
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                // What failed, and what follows, is logged here.
                .failureLogging(LogLevel.DEBUG, false)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .build();
    }

    private CustomTask<Void> task(String name, Consumer<String> work, BiConsumer<String, Throwable> giveUp) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) -> {
                    Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("It did not end."));
                    follow(complete, operations, cause, Failure.of(cause), giveUp);
                })
                .onDeadExecution((complete, operations) -> {
                    Failure death = Failure.died(complete.getExecution().pickedBy);
                    follow(complete, operations, new IllegalStateException(death.message()), death, giveUp);
                })
                .execute((instance, context) -> done(work, job(instance, settings.node())));
    }

    private CompletionHandler<Void> done(Consumer<String> work, JobRef job) {
        try (JobLog log = JobLog.of(job, clock)) {
            ledger.begin(job);
            work.accept(job.id());
            ledger.succeeded(job);
            log.done();
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (PostponedException e) {
            LOG.debug("Job {} is looked at again in {}: {}", job.id(), e.by(), e.getMessage());
            ledger.putOff(job, e.getMessage());
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(e.by()));
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
        return new JobRef(instance.getTaskName(), instance.getId(), instance.getPriority(), node);
    }
}

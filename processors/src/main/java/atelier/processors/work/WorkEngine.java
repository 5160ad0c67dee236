package atelier.processors.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims jobs and runs them: reading and encoding each with db-scheduler tables and threads of their own, so that a long
 * encode never keeps a fresh drop waiting. Claims, heartbeats, revival and priorities are db-scheduler's.
 */
public final class WorkEngine implements JobQueue, AutoCloseable {
    /** Below every reading: files that came are read first. */
    private static final int BATCH = -100;

    private static final String READ_TABLE = "read_jobs";
    private static final String ENCODE_TABLE = "encode_jobs";
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
    private static final int POISON = 8;

    /**
     * One is enough: what can be played first is made within seconds, one after the other. It takes what somebody asked for, too: who goes elsewhere waits for
     * pictures and for their sound, while what they waited for before is still made.
     */
    private static final int FRESH_SLOTS = 1;

    /**
     * @param node name of this process: unique among those on the same database
     * @param slots how many outputs are made at a time; as many more may be begun that somebody waits for, and one of these or of what an
     *     artwork begins with
     * @param readers how many inputs are read at a time
     * @param poll how often the database is asked
     * @param attempts how often suspect work is tried
     * @param heartbeat how often a claim is confirmed; after four missed ones another node takes over
     * @param encoders that this node has, by FFmpeg's names: it claims no job that wants another
     */
    public record Settings(
            String node,
            int slots,
            int readers,
            Duration poll,
            int attempts,
            Duration heartbeat,
            Set<String> encoders) {
        public Settings {
            encoders = Set.copyOf(encoders);
        }
    }

    private final Settings settings;
    private final Clock clock;
    private final CustomTask<Void> readTask;
    private final CustomTask<Void> batchTask;
    private final JobTables tables;
    private final Scheduler reading;
    private final Scheduler encoding;
    private final Scheduler fresh;
    private final Scheduler asked;
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
        JdbcClient sql = JdbcClient.create(dataSource);
        this.tables = new JobTables(sql);
        JobTasks tasks = new JobTasks(new JobLedger(sql, policy, clock), new Claims(sql), settings.node(), clock);
        this.readTask = tasks.task(
                "read",
                READ_TABLE,
                claim -> steps.read(Long.parseLong(claim.id())),
                (id, cause) -> steps.readFailed(Long.parseLong(id), cause));
        this.batchTask = tasks.task(
                "batch",
                READ_TABLE,
                claim -> steps.batch(Long.parseLong(claim.id())),
                (id, cause) -> steps.batchFailed(Long.parseLong(id), cause));
        this.reading =
                JobScheduler.of(dataSource, READ_TABLE, List.of(readTask, batchTask), settings.readers(), settings);
        this.encoding =
                JobScheduler.of(dataSource, ENCODE_TABLE, encodeTasks(tasks, steps), settings.slots(), settings);
        // A chunk of a large film takes minutes: what the next artwork begins with does not wait for that.
        this.fresh = JobScheduler.atLeast(
                Priority.FRESH, dataSource, ENCODE_TABLE, encodeTasks(tasks, steps), FRESH_SLOTS, settings);
        // Slots of their own: whoever waits for a segment does not wait for a chunk that nobody waits for.
        this.asked = JobScheduler.atLeast(
                Priority.ASKED, dataSource, ENCODE_TABLE, encodeTasks(tasks, steps), settings.slots(), settings);
    }

    private List<Task<?>> encodeTasks(JobTasks tasks, JobSteps steps) {
        return EncodeTasks.with(settings.encoders()).stream()
                .<Task<?>>map(name -> tasks.task(name, ENCODE_TABLE, steps::encode, steps::encodeFailed))
                .toList();
    }

    /** Begins to claim work. */
    public void start() {
        reading.start();
        encoding.start();
        fresh.start();
        asked.start();
    }

    @Override
    public void read(long inputId) {
        leave(readTask.instanceBuilder(Long.toString(inputId)).priority(0).build());
    }

    @Override
    public void encode(List<Wanted> outputs) {
        tables.encode(outputs, clock.instant());
    }

    @Override
    public void batch(long batchId) {
        leave(batchTask.instanceBuilder(Long.toString(batchId)).priority(BATCH).build());
    }

    @Override
    public boolean isLeftToRead(long inputId) {
        return reading.getScheduledExecution(TaskInstanceId.of(readTask.getName(), Long.toString(inputId)))
                .isPresent();
    }

    @Override
    public boolean isLeftToEncode(String fingerprint) {
        return tables.isLeftToEncode(fingerprint);
    }

    @Override
    public void wake() {
        reading.triggerCheckForDueExecutions();
        encoding.triggerCheckForDueExecutions();
        fresh.triggerCheckForDueExecutions();
        asked.triggerCheckForDueExecutions();
    }

    /** Interrupts what runs and gives it back; once is enough. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            reading.stop();
            asked.stop();
            fresh.stop();
            encoding.stop();
        }
    }

    private void leave(TaskInstance<Void> job) {
        reading.scheduleIfNotExists(job, clock.instant());
    }
}

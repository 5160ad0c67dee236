package atelier.processors.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Claims objects of buckets and has them fetched, with a table and threads of its own: a slow network keeps nobody waiting who
 * reads or encodes. Claims, heartbeats, revival and pauses are as in {@link WorkEngine}.
 */
public final class FetchEngine implements FetchQueue, AutoCloseable {
    private static final String TABLE = "fetch_jobs";

    /** What is done with an object, and what follows where that cannot be done. */
    public interface Steps {
        void fetch(long objectId);

        /** After all tries. */
        void fetchFailed(long objectId, Throwable cause);
    }

    private final CustomTask<Void> task;
    private final Scheduler fetching;
    private final Clock clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param dataSource takes part in the surrounding transaction
     * @param settings of which {@code readers} says how many objects are fetched at a time
     */
    public FetchEngine(
            DataSource dataSource, Steps steps, WorkEngine.Settings settings, FailurePolicy policy, Clock clock) {
        JdbcClient sql = JdbcClient.create(dataSource);
        JobTasks tasks = new JobTasks(new JobLedger(sql, policy, clock), new Claims(sql), settings.node(), clock);
        this.clock = clock;
        this.task = tasks.task(
                JobRef.FETCH,
                TABLE,
                claim -> steps.fetch(Long.parseLong(claim.id())),
                (id, cause) -> steps.fetchFailed(Long.parseLong(id), cause));
        this.fetching = JobScheduler.of(dataSource, TABLE, List.of(task), settings.readers(), settings);
    }

    /** Begins to claim objects. */
    public void start() {
        fetching.start();
    }

    @Override
    public void fetch(long objectId) {
        fetching.scheduleIfNotExists(task.instance(Long.toString(objectId)), clock.instant());
    }

    @Override
    public void wake() {
        fetching.triggerCheckForDueExecutions();
    }

    /** Interrupts what runs and gives it back; once is enough. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            fetching.stop();
        }
    }
}

package atelier.processors.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** How db-scheduler is set up, for each table of jobs alike. */
final class JobScheduler {
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** Not more: before 1970 there is no TIMESTAMP, and to ask for an earlier one reads the whole table. */
    private static final Duration UNHEARD_OF = Duration.ofDays(40 * 365);

    private JobScheduler() {}

    static Scheduler of(
            DataSource dataSource, String table, List<Task<?>> tasks, int threads, WorkEngine.Settings settings) {
        return builder(dataSource, table, tasks, threads, settings).build();
    }

    /** Of the jobs of a table those of that priority alone, beside the scheduler that does them all. */
    static Scheduler atLeast(
            int priority,
            DataSource dataSource,
            String table,
            List<Task<?>> tasks,
            int threads,
            WorkEngine.Settings settings) {
        return builder(dataSource, table, tasks, threads, settings)
                .jdbcCustomization(new AtLeast(priority))
                // The other one, on the same table, looks for dead claims.
                .missedHeartbeatsLimit((int) Math.min(
                        Integer.MAX_VALUE,
                        UNHEARD_OF.toMillis() / settings.heartbeat().toMillis()))
                .build();
    }

    private static SchedulerBuilder builder(
            DataSource dataSource, String table, List<Task<?>> tasks, int threads, WorkEngine.Settings settings) {
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
                // A job that this node cannot do waits for one that can, however long.
                .deleteUnresolvedAfter(NEVER)
                .alwaysPersistTimestampInUTC()
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                // What failed, and what follows, is logged here.
                .failureLogging(LogLevel.DEBUG, false)
                .shutdownMaxWait(Duration.ofSeconds(1));
    }
}

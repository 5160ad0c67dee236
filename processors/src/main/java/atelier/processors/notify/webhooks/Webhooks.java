package atelier.processors.notify.webhooks;

import atelier.processors.notify.webhooks.Deliveries.Lane;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells other systems. The jobs that deliver are db-scheduler's, in a table and on threads of their own: an endpoint that does not
 * answer keeps no work waiting.
 */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int THREADS = 4;
    private static final int LANES = 500;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Relay relay;
    private final Deliveries deliveries;
    private final WebhookClient client;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Clock clock;
    private volatile Instant looked = Instant.EPOCH;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param node name of this process: unique among those on the same database
     * @param poll how often the database is asked for due deliveries
     * @param heartbeat how often a claim is confirmed
     */
    public Webhooks(
            DataSource dataSource,
            TransactionOperations transactions,
            Endpoints endpoints,
            String node,
            Duration poll,
            Duration heartbeat,
            Clock clock) {
        this.clock = clock;
        deliveries = new Deliveries(JdbcClient.create(dataSource), clock);
        relay = new Relay(endpoints, deliveries, transactions);
        client = new WebhookClient(PATIENCE);
        Courier courier = new Courier(endpoints, deliveries, client, new Rests(clock), clock);
        task = task(courier, clock);
        scheduler = new SchedulerBuilder(dataSource, List.of(task))
                .tableName("webhook_jobs")
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(THREADS)
                .pollingInterval(poll)
                .pollUsingLockAndFetch(0.5, 1.0)
                .enablePriority()
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .alwaysPersistTimestampInUTC()
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .failureLogging(LogLevel.DEBUG, false)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .build();
    }

    private static CustomTask<Void> task(Courier courier, Clock clock) {
        return Tasks.custom("deliver", Void.class)
                .onFailure((complete, operations) -> {
                    LOG.warn(
                            "Webhooks of {} are not delivered now; it is tried again: {}",
                            complete.getExecution().getId(),
                            complete.getCause().map(Throwable::toString).orElse("it did not end."));
                    operations.reschedule(complete, clock.instant().plus(AFTER_TROUBLE));
                })
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((instance, context) -> next(courier.deliver(Lane.of(instance.getId()))));
    }

    private static CompletionHandler<Void> next(Optional<Instant> at) {
        return (complete, operations) -> {
            if (at.isPresent()) {
                operations.reschedule(complete, at.get());
            } else {
                operations.remove();
            }
        };
    }

    /** Looks for what happened, and for what waits; to be called again and again. */
    public void look() {
        Instant now = clock.instant();
        // What another node spread before it died, and what is to be sent again, has no job either.
        if (!relay.spread() && now.isBefore(looked.plus(LOOK))) {
            return;
        }
        looked = now;
        List<Lane> lanes = deliveries.withoutJob(task.getName(), LANES);
        lanes.forEach(lane -> scheduler.scheduleIfNotExists(task.instance(lane.name()), clock.instant()));
        if (!lanes.isEmpty()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** Begins to deliver; once is enough. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            scheduler.start();
        }
    }

    /** Forgets what was delivered or given up a month ago. */
    public void forget() {
        deliveries.forget(KEPT);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            scheduler.stop();
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Connections to webhooks could not be closed.", e);
            }
        }
    }
}

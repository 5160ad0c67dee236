package atelier.processors.work;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Claims of jobs that are done along with another one, so that no other node does them meanwhile. They are as db-scheduler's
 * own: confirmed as often, and revived by it if this process dies.
 */
public final class AlongClaims implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlongClaims.class);

    private final Claims claims;
    private final String node;
    private final Clock clock;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "along-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** @param heartbeat how often a claim is confirmed */
    public AlongClaims(Claims claims, String node, Duration heartbeat, Clock clock) {
        this.claims = claims;
        this.node = node;
        this.clock = clock;
        heart.scheduleWithFixedDelay(this::confirm, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Claims the job of an output; none where somebody has it, or there is no such job. */
    public Optional<Claim> take(String fingerprint) {
        Optional<Claim> taken = claims.take(fingerprint, node, clock.instant());
        taken.ifPresent(held::add);
        return taken;
    }

    /**
     * Ends a claim: the job is over where its output was made, and waits again where it was not. Where the database is away it
     * waits until its heartbeats are missed.
     */
    public void end(Claim claim, BooleanSupplier made) {
        held.remove(claim);
        try {
            if (made.getAsBoolean()) {
                claims.done(claim);
            } else {
                claims.giveBack(claim, clock.instant());
            }
        } catch (DataAccessException e) {
            LOG.warn("Job {} could not be ended and goes to whoever misses its heartbeats.", claim.id(), e);
        }
    }

    private void confirm() {
        try {
            claims.confirm(List.copyOf(held), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Claims could not be confirmed and may go to another node: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}

package atelier.routes.app;

import atelier.processors.bucket.BucketStates;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code buckets} in the health: whether what is delivered to buckets can be had now. All else goes on, so nobody is to take this
 * process for down.
 */
@Component("buckets")
@ConditionalOnProperty("atelier.buckets[0].name")
final class BucketHealth implements HealthIndicator {
    private static final Status AWAY = new Status("DEGRADED", "Deliveries to buckets wait; all else goes on.");

    private final BucketStates states;

    BucketHealth(BucketStates states) {
        this.states = states;
    }

    @Override
    public Health health() {
        var troubles = states.troubles();
        Health.Builder health = troubles.isEmpty() ? Health.up() : Health.status(AWAY);
        troubles.forEach((place, trouble) -> health.withDetail(place, trouble));
        return health.build();
    }
}

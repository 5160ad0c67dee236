package atelier.routes.app;

import atelier.processors.sources.Sources;
import atelier.processors.store.StoreWatch;
import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * {@code sources} in the health: whether what was delivered can be read. What is published can be watched all the same, so nobody is
 * to take this process for down.
 */
@Component("sourcesHealthIndicator")
final class SourcesHealth implements HealthIndicator {
    private static final Status AWAY =
            new Status("DEGRADED", "What needs a source waits; what is published is played.");

    private final StoreWatch sources;

    SourcesHealth(Sources sources, Clock clock) {
        this.sources = new StoreWatch(sources::trouble, clock);
    }

    @Override
    public Health health() {
        return sources.trouble()
                .map(why -> Health.status(AWAY).withDetail("why", why).build())
                .orElseGet(() -> Health.up().build());
    }
}

package atelier.routes.app;

import atelier.processors.store.StoreWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code store} in the health: whether what is published can be reached. */
@Component("storeHealthIndicator")
final class StoreHealth implements HealthIndicator {
    private final StoreWatch store;

    StoreHealth(StoreWatch store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return store.trouble()
                .map(why -> Health.down().withDetail("why", why).build())
                .orElseGet(() -> Health.up().build());
    }
}

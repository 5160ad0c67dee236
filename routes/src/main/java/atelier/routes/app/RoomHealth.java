package atelier.routes.app;

import atelier.processors.work.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * {@code room} in the health, and {@code atelier.work.short.of.room}: whether new work waits for room on a disk. What is
 * published can be watched all the same, so nobody is to take this process for down.
 */
@Component("room")
final class RoomHealth implements HealthIndicator {
    private static final Status WAITING = new Status("DEGRADED", "New work waits; what runs is finished.");

    private final Admission admission;

    RoomHealth(Admission admission, MeterRegistry registry) {
        this.admission = admission;
        Gauge.builder("atelier.work.short.of.room", () -> admission.shortage().isPresent() ? 1 : 0)
                .register(registry);
    }

    @Override
    public Health health() {
        return admission
                .shortage()
                .map(why -> Health.status(WAITING)
                        .withDetail("newWorkWaitsFor", why)
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}

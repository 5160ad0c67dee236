package atelier.routes.steps;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** {@code atelier.jobs.waiting}, {@code .running} and {@code .failed}. */
@Component
class JobGauges {
    private final AtomicLong waiting;
    private final AtomicLong running;
    private final AtomicLong failed;

    JobGauges(MeterRegistry registry) {
        waiting = registry.gauge("atelier.jobs.waiting", new AtomicLong());
        running = registry.gauge("atelier.jobs.running", new AtomicLong());
        failed = registry.gauge("atelier.jobs.failed", new AtomicLong());
    }

    @Handler
    void count(@Body Map<String, Number> counts) {
        waiting.set(counts.get("waiting").longValue());
        running.set(counts.get("running").longValue());
        failed.set(counts.get("failed").longValue());
    }
}

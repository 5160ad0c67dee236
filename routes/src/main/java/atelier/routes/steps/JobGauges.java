package atelier.routes.steps;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/**
 * {@code atelier.jobs.waiting}, {@code .running}, {@code .failed} and {@code .backing.off}, and for how many seconds the artwork that waits longest
 * for its first edition has been waiting.
 */
@Component
class JobGauges {
    private final AtomicLong waiting;
    private final AtomicLong running;
    private final AtomicLong failed;
    private final AtomicLong backingOff;
    private final AtomicLong notPlayableFor;

    JobGauges(MeterRegistry registry) {
        waiting = registry.gauge("atelier.jobs.waiting", new AtomicLong());
        running = registry.gauge("atelier.jobs.running", new AtomicLong());
        failed = registry.gauge("atelier.jobs.failed", new AtomicLong());
        backingOff = registry.gauge("atelier.jobs.backing.off", new AtomicLong());
        notPlayableFor = registry.gauge("atelier.artworks.waiting.first.playable.seconds.max", new AtomicLong());
    }

    @Handler
    void count(@Body Map<String, Number> counts) {
        waiting.set(counts.get("waiting").longValue());
        running.set(counts.get("running").longValue());
        failed.set(counts.get("failed").longValue());
        backingOff.set(counts.get("backing_off").longValue());
        notPlayableFor.set(counts.get("not_playable_for").longValue());
    }
}

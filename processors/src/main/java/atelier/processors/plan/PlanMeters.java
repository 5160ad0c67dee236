package atelier.processors.plan;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code atelier.chunks.reused}, by rendition. */
public final class PlanMeters {
    private final MeterRegistry registry;

    public PlanMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void reused(String rendition) {
        registry.counter("atelier.chunks.reused", "rendition", rendition).increment();
    }
}

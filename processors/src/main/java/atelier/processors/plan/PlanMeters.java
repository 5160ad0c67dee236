package atelier.processors.plan;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code atelier.chunks.reused} and {@code atelier.encode.cpu.saved.seconds}, by rendition. */
public final class PlanMeters {
    private final MeterRegistry registry;

    public PlanMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void reused(String rendition, long cpuMillis) {
        registry.counter("atelier.encode.cpu.saved.seconds", "rendition", rendition)
                .increment(cpuMillis / 1000.0);
        registry.counter("atelier.chunks.reused", "rendition", rendition).increment();
    }
}

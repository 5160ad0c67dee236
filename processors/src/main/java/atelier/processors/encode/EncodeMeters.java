package atelier.processors.encode;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** {@code atelier.chunks.encoded} and {@code atelier.encode.cpu.seconds}, by rendition. */
public final class EncodeMeters {
    private final MeterRegistry registry;

    public EncodeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void encoded(String rendition, Duration cpu) {
        registry.counter("atelier.chunks.encoded", "rendition", rendition).increment();
        registry.counter("atelier.encode.cpu.seconds", "rendition", rendition).increment(cpu.toMillis() / 1000.0);
    }
}

package atelier.routes.steps;

import atelier.processors.catalog.Artwork;
import atelier.processors.publish.PlayableListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@code atelier.first.playable.seconds}: from the inbox to the first edition. */
@Component
class StepMetrics implements PlayableListener {
    private static final Logger LOG = LoggerFactory.getLogger(StepMetrics.class);

    private final Timer firstPlayable;

    StepMetrics(MeterRegistry registry) {
        firstPlayable = Timer.builder("atelier.first.playable")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(500))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    @Override
    public void playable(Artwork artwork, long millis) {
        firstPlayable.record(Duration.ofMillis(millis));
        LOG.info("{} can be played, {} ms after it was taken.", artwork.slug(), millis);
    }
}

package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.Index;
import atelier.processors.ingest.Rejection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverrideCheckTest {
    private static final Delivered SOURCE = DeliveredFilms.film("SOURCE", 1, 1920, 1080, 0);

    @Test
    void theSameFilmInAnotherSizeFits() {
        assertThat(check(3840, 2160, 250)).isEmpty();
        assertThat(check(3840, 2160, 252)).isEmpty();
        assertThat(check(722, 406, 248)).isEmpty();
    }

    @Test
    void anotherShapeIsRefusedWithBothShapes() {
        assertThat(check(2048, 2048, 250))
                .hasValueSatisfying(rejection ->
                        assertThat(rejection.problem()).contains("4K", "2048×2048", "1.000:1", "1920×1080", "1.778:1"));
    }

    @Test
    void anotherLengthIsRefusedWithBothLengths() {
        assertThat(check(3840, 2160, 253))
                .hasValueSatisfying(
                        rejection -> assertThat(rejection.problem()).contains("4K", "10.120 s", "10.000 s"));
        assertThat(check(3840, 2160, 247)).isPresent();
    }

    private static Optional<Rejection> check(int width, int height, int frames) {
        return OverrideCheck.problem(
                SOURCE, lasting(250), DeliveredFilms.film("4K", 2, width, height, 0), lasting(frames));
    }

    private static Index lasting(int frames) {
        return new Index(1, 25, frames, Map.of(), Optional.empty());
    }
}

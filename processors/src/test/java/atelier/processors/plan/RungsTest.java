package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import org.junit.jupiter.api.Test;

class RungsTest {
    private static final Recipe H264 = GraphForTests.large().get("4K360");
    private static final Recipe HEVC = GraphForTests.large().get("8K360");

    @Test
    void aRungOfFewerBitsStandsForNoneOfMore() {
        assertThat(stands(HEVC, HEVC)).isTrue();
        assertThat(stands(HEVC.withBits(8), HEVC)).isFalse();
        assertThat(stands(H264, HEVC)).isFalse();
    }

    @Test
    void aRungThatIsPlayedByAllStandsForOneOfAsManyBits() {
        assertThat(stands(H264, HEVC.withBits(8))).isTrue();
        assertThat(stands(HEVC, H264)).as("what not all can play").isFalse();
    }

    private static boolean stands(Recipe lower, Recipe upper) {
        Rungs rungs = new Rungs();
        rungs.stands(target(lower));
        return rungs.below(target(upper)).isPresent();
    }

    private static Target target(Recipe recipe) {
        return new Target(
                new Rendition("4K360", recipe), 1, new FrameSize(4096, 2048), DeliveredFilms.deep(7680, 3840, true));
    }
}

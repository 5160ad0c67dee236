package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ArtworkProgressTest {

    @Test
    void progressIsNeverBelowNothingNorAll() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double share = ArtworkProgress.of(random.nextLong(), random.nextLong(), random.nextInt(-2, 9));

            assertThat(share).isBetween(0.0, ArtworkProgress.MOST);
        }
    }

    @Test
    void progressNeverGoesBackHoweverChunksCome() {
        Random random = new Random(4);
        for (int film = 0; film < 200; film++) {
            long duration = random.nextLong(1, 10_000_000);
            int renditions = random.nextInt(1, 8);
            long made = 0;
            double shown = 0;
            while (made < duration * renditions * 2) {
                made += random.nextLong(1, duration + 1);
                double next = ArtworkProgress.of(made, duration, renditions);

                assertThat(next).isGreaterThanOrEqualTo(shown);
                shown = next;
            }
            assertThat(shown).isEqualTo(ArtworkProgress.MOST);
        }
    }

    @Test
    void halfOfEachOfTwoRenditionsIsHalf() {
        assertThat(ArtworkProgress.of(10_000, 10_000, 2)).isEqualTo(0.5);
    }
}

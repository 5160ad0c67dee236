package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void whateverIsReportedProgressIsBetweenNothingAndNearlyAll() {
        Random random = new Random(7);
        double[] odd = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0, -0.0, Double.MIN_VALUE, 1e308
        };
        for (int i = 0; i < 100_000; i++) {
            double done = i % 3 == 0 ? odd[random.nextInt(odd.length)] : random.nextGaussian() * 1000;
            double whole = i % 5 == 0 ? odd[random.nextInt(odd.length)] : random.nextGaussian() * 1000;

            assertThat(Share.of(done, whole)).as("%s of %s", done, whole).isBetween(0.0, 0.99);
        }
    }

    @Test
    void progressNeverGoesBack() {
        Random random = new Random(8);
        double shown = 0;
        for (int i = 0; i < 100_000; i++) {
            double next = Share.forward(shown, Share.of(random.nextGaussian() * 50, 100));

            assertThat(next).isBetween(shown, 0.99);
            shown = next;
        }
    }

    @Test
    void halfIsHalf() {
        assertThat(Share.of(5, 10)).isEqualTo(0.5);
    }
}

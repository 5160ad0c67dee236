package atelier.processors.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.processors.catalog.QualityTrials.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What samples say. */
class QualityRuleTest {
    private static final double SCALE = 8000;

    /** Half a decibel a step less; of ten times what is much, half after six. */
    private static final Sample DEAR = sample(20, 17, 10);

    /** Not quite a decibel after six steps. */
    private static final Sample GRAIN = sample(8, 7.1, 10);

    private static Sample sample(double better, double worse, double rate) {
        return new Sample(21, measured(better, rate), measured(worse, rate / 2));
    }

    private static Measured measured(double decibels, double rate) {
        return new Measured(rate * SCALE, 1 - Math.pow(10, -decibels / 10), 100);
    }

    private static QualityRule rule(double target, Sample... samples) {
        return new QualityRule(21, 1 - Math.pow(10, -target / 10), SCALE, List.of(samples));
    }

    @Test
    void aFilmWhoseBitsBuyLittleGetsAHigherConstantQualityDownToTheTarget() {
        QualityRule rule = rule(17.9, DEAR);

        assertThat(rule.chosen()).isEqualTo(25);
        assertThat(Sample.decibels(rule.ssim())).isEqualTo(18, within(1e-6));
        assertThat(rule.saved()).isEqualTo(1 - Math.pow(0.5, 4 / 6.0), within(1e-9));
    }

    @Test
    void aFilmOfFewBitsKeepsWhatTheyBuy() {
        assertThat(rule(10, sample(20, 17, 0.01)).chosen()).isEqualTo(21);
        assertThat(rule(10, sample(20, 17, 0.15)).chosen()).isBetween(22, 26);
        assertThat(rule(10, DEAR).chosen()).as("what two measurements tell").isEqualTo(29);
    }

    @Test
    void theSampleThatIsLeastAlikeDecides() {
        assertThat(rule(17.9, DEAR, sample(19, 16, 10)).chosen()).isEqualTo(23);
        assertThat(rule(17.9, sample(19, 16, 10), DEAR).chosen()).isEqualTo(23);
    }

    @Test
    void whatNeverIsAsAlikeAsTheTargetLosesHardlyAnything() {
        assertThat(rule(17.9, GRAIN).chosen()).isEqualTo(27);
        assertThat(rule(17.9, sample(15, 12.3, 10)).chosen()).isEqualTo(23);
    }

    @Test
    void whatIsTheSameWhateverItGetsIsTakenAtItsWord() {
        Sample black = sample(60, 60, 0.01);

        assertThat(rule(17.9, black).chosen()).isEqualTo(29);
        assertThat(rule(17.9, black).saved()).isEqualTo(1 - Math.pow(0.5, 8 / 6.0), within(1e-9));
    }
}

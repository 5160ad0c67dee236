package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.processors.ladder.FrameSize;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final FrameSize SIZE = new FrameSize(64, 32);
    private static final int PLANE = 64 * 32;
    private static final Likeness LIKENESS = new Likeness(SIZE);

    /** A picture with something in it: a slope with stripes, and two colours. */
    private static byte[] picture() {
        return of(i -> i < PLANE ? 40 + i % 64 * 2 + (i / 64 % 8 < 4 ? 30 : 0) : i < 2 * PLANE ? 100 : 160);
    }

    private static byte[] of(IntUnaryOperator sample) {
        byte[] picture = new byte[LIKENESS.bytes()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) sample.applyAsInt(i);
        }
        return picture;
    }

    private static double to(IntUnaryOperator change) {
        byte[] picture = picture();
        return LIKENESS.of(picture, of(i -> change.applyAsInt(i)), 0);
    }

    private static int at(int i) {
        return picture()[i] & 0xff;
    }

    @Test
    void aPictureIsLikeItselfAndNearlyLikeItselfWithALittleNoise() {
        Random random = new Random(1);

        assertThat(to(LikenessTest::at)).isEqualTo(1, within(1e-9));
        assertThat(to(i -> at(i) + random.nextInt(-3, 4))).isGreaterThan(0.9);
    }

    @Test
    void blackIsNotLikeAPictureNorAreWrongColoursOrAnotherRange() {
        assertThat(to(i -> i < PLANE ? 16 : 128)).isNegative();
        assertThat(to(i -> i < PLANE ? at(i) : 260 - at(i))).isNegative();
        assertThat(to(i -> i < PLANE ? at(i) / 2 : at(i))).isNegative();
    }

    @Test
    void partOfAPictureThatIsWrongMakesItUnlike() {
        assertThat(to(i -> i < PLANE && i >= PLANE * 3 / 4 && i % 64 < 16 ? 200 : at(i)))
                .isNegative();
    }

    @Test
    void aPictureWhoseDetailIsGoneIsUnlikeThoughItIsAsBright() {
        assertThat(to(i -> i < PLANE ? 118 + i % 2 : at(i))).isLessThan(0.3);
    }

    @Test
    void picturesBehindOthersAreComparedToo() {
        byte[] two = new byte[2 * LIKENESS.bytes()];
        System.arraycopy(picture(), 0, two, 0, LIKENESS.bytes());
        byte[] other = two.clone();
        System.arraycopy(picture(), 0, other, LIKENESS.bytes(), LIKENESS.bytes());

        assertThat(LIKENESS.of(two, other, 0)).isEqualTo(1, within(1e-9));
        assertThat(LIKENESS.of(two, other, LIKENESS.bytes())).isNegative();
    }
}

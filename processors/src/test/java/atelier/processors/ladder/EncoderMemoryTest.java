package atelier.processors.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import org.junit.jupiter.api.Test;

class EncoderMemoryTest {
    private static final FrameSize SPHERE = new FrameSize(7680, 3840);
    private static final long GIGABYTE = 1_000_000_000;

    @Test
    void hevcOfASphereIsExpectedToTakeLessThanTwoGigabytesOfEightBitsAndMoreOfTen() {
        assertThat(EncoderMemory.of(hevc(), SPHERE, 8)).isBetween(3 * GIGABYTE / 2, 2 * GIGABYTE);
        assertThat(EncoderMemory.of(hevc(), SPHERE, 10)).isBetween(2 * GIGABYTE, 3 * GIGABYTE);
        assertThat(EncoderMemory.of(hevc(), new FrameSize(7680, 7680), 8)).isGreaterThan(3 * GIGABYTE);
        assertThat(EncoderMemory.of(hevc(), new FrameSize(5760, 2880), 10)).isLessThan(2 * GIGABYTE);
    }

    @Test
    void nothingIsSaidOfSmallPicturesOfDevicesAndOfOtherCodecs() {
        assertThat(EncoderMemory.of(hevc(), new FrameSize(3840, 2160), 10)).isZero();
        assertThat(EncoderMemory.of(hevc().withEncoder("hevc_nvenc"), SPHERE, 10))
                .isZero();
        assertThat(EncoderMemory.of(coded("h264"), SPHERE, 8)).isZero();
        assertThat(EncoderMemory.of(coded("av1"), SPHERE, 10)).isZero();
    }

    private static Recipe hevc() {
        return coded("hevc");
    }

    private static Recipe coded(String codec) {
        return new Recipe(
                Kind.VIDEO, "source", Policy.EAGER, 7680, 7680, false, codec, "fast", 22, 0, 0, 0, 0, "", 1, 0, 0);
    }
}

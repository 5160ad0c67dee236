package atelier.processors.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {
    private static final Recipe SD = recipe(722, 406, true);
    private static final Recipe HD = recipe(1920, 1080, false);

    static Recipe recipe(int width, int height, boolean preview) {
        return new Recipe(
                Kind.VIDEO, "source", Policy.EAGER, width, height, preview, "h264", "veryfast", 23, 0, 48000, 2, 3, 1);
    }

    @ParameterizedTest(name = "{0}x{1} becomes {2}x{3}")
    @CsvSource({
        "1920, 1080, 722, 406",
        "3840, 2160, 722, 406",
        "1280, 720, 722, 406",
        "1080, 1920, 406, 722",
        "1000, 1000, 406, 406",
        "4096, 1716, 722, 302",
        "640, 322, 640, 322",
        "480, 270, 480, 270",
    })
    void theAspectRatioIsKeptInsideTheBox(int width, int height, int expectedWidth, int expectedHeight) {
        assertThat(new FrameSize(width, height).fit(SD)).isEqualTo(new FrameSize(expectedWidth, expectedHeight));
    }

    @Test
    void nothingIsUpscaled() {
        assertThat(new FrameSize(768, 432).fit(HD)).isEqualTo(new FrameSize(768, 432));
    }

    @Test
    void oddSizesBecomeEven() {
        FrameSize fitted = new FrameSize(853, 481).fit(HD);
        assertThat(fitted.width() % 2).isZero();
        assertThat(fitted.height() % 2).isZero();
    }

    @Test
    void noShapeBreaksThePreviewRule() {
        Recipe wide = recipe(1100, 700, true);
        for (int width = 2; width < 6000; width += 37) {
            for (int height = 2; height < 6000; height += 41) {
                FrameSize fitted = new FrameSize(width, height).fit(wide);
                assertThat(fitted.width() + fitted.height()).isLessThan(FrameSize.PREVIEW_SUM);
            }
        }
    }

    @Test
    void aSliverStillHasAPicture() {
        assertThat(new FrameSize(16000, 2).fit(SD).height()).isEqualTo(2);
    }
}

package atelier.processors.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import atelier.processors.spherical.Stereo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {
    private static final Recipe SD = recipe(722, 406, true);
    private static final Recipe HD = recipe(1920, 1080, false);

    static Recipe recipe(int width, int height, boolean preview) {
        return new Recipe(
                Kind.VIDEO,
                "source",
                Policy.EAGER,
                width,
                height,
                preview,
                "h264",
                "veryfast",
                23,
                0,
                48000,
                2,
                3,
                "",
                1,
                0,
                0);
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

    @Test
    void aPreviewOfASphereHasTheShapeOfFilms() {
        SphereFrame sphere =
                new SphereFrame(new Sphere(Projection.EQUIRECTANGULAR, Stereo.TOP_BOTTOM, Pose.UPRIGHT), 3840, 3840);

        assertThat(FrameSize.of(SD, sphere)).isEqualTo(new FrameSize(722, 406));
        assertThat(FrameSize.of(HD, sphere)).isEqualTo(new FrameSize(1080, 1080));
        assertThat(FrameSize.of(SD, new SphereFrame(Sphere.PLAIN, 3840, 1920))).isEqualTo(new FrameSize(722, 360));
    }

    @Test
    void moreThan4KIsLargeInWhateverShape() {
        assertThat(new FrameSize(3840, 2160).isLarge()).isFalse();
        assertThat(new FrameSize(2160, 3840).isLarge()).isFalse();
        assertThat(new FrameSize(4096, 2048).isLarge()).isTrue();
        assertThat(new FrameSize(2880, 2880).isLarge()).isFalse();
        assertThat(new FrameSize(7680, 7680).isLarge()).isTrue();
    }

    @Test
    void moreThanHdIsFineInWhateverShape() {
        assertThat(new FrameSize(1920, 1080).isFine()).isFalse();
        assertThat(new FrameSize(1080, 1920).isFine()).isFalse();
        assertThat(new FrameSize(1440, 1440).isFine()).isFalse();
        assertThat(new FrameSize(2560, 1440).isFine()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"722, 406, 1", "3840, 2160, 1", "4096, 2160, 2", "7680, 3840, 4", "7680, 4320, 4"})
    void whatIsLargerThan4KCountsAsSeveral(int width, int height, long screens) {
        assertThat(new FrameSize(width, height).screens()).isEqualTo(screens);
    }
}

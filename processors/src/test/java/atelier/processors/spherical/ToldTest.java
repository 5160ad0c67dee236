package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
    private static Told told(Projection projection, Stereo stereo) {
        return new Told(Optional.of(projection), Optional.of(stereo), Pose.UPRIGHT, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "EQUIRECTANGULAR, MONO, 3840, 1920",
        "EQUIRECTANGULAR, MONO, 1920, 1080",
        "EQUIRECTANGULAR, TOP_BOTTOM, 3840, 3840",
        "EQUIRECTANGULAR, TOP_BOTTOM, 3840, 2160",
        "EQUIRECTANGULAR, TOP_BOTTOM, 3840, 1920",
        "EQUIRECTANGULAR, LEFT_RIGHT, 3840, 1920",
        "HALF_EQUIRECTANGULAR, LEFT_RIGHT, 5760, 2880",
        "HALF_EQUIRECTANGULAR, MONO, 2160, 2160",
        "CUBEMAP, MONO, 3840, 2560",
        "FLAT, LEFT_RIGHT, 3840, 1080"
    })
    void whatCamerasMakeFitsItsFrame(Projection projection, Stereo stereo, int width, int height) {
        assertThat(told(projection, stereo).on(width, height)).isEqualTo(told(projection, stereo));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUIRECTANGULAR, TOP_BOTTOM, 4000, 1000, EQUIRECTANGULAR",
        "EQUIRECTANGULAR, TOP_BOTTOM, 2002, 1001, EQUIRECTANGULAR",
        "EQUIRECTANGULAR, LEFT_RIGHT, 1000, 1200, EQUIRECTANGULAR",
        "EQUIRECTANGULAR, MONO, 1080, 1920, FLAT",
        "HALF_EQUIRECTANGULAR, TOP_BOTTOM, 16000, 400, FLAT",
        "FLAT, LEFT_RIGHT, 1921, 1080, FLAT"
    })
    void whatAFrameCannotBeIsNotShownAsThatAndSaid(
            Projection projection, Stereo stereo, int width, int height, Projection shown) {
        Told kept = told(projection, stereo).on(width, height);

        assertThat(kept.sphere()).isEqualTo(new Sphere(shown, Stereo.MONO, Pose.UPRIGHT));
        assertThat(kept.troubles())
                .containsExactly("The file says %s, %s, which a frame of %d×%d cannot be."
                        .formatted(projection.text(), stereo.text(), width, height));
    }
}

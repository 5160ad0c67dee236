package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SphereAdviceTest {
    private static final Sphere FULL = new Sphere(Projection.EQUIRECTANGULAR, Stereo.MONO, Pose.UPRIGHT);

    private static SphereAdvice advice(Sphere found, Optional<Projection> told, Optional<String> troubles) {
        return SphereAdvice.of(found, told, Optional.empty(), troubles, 3840, 1920);
    }

    @ParameterizedTest
    @CsvSource({"3840, 1920, true", "1920, 960, true", "1918, 959, false", "3840, 1922, false", "3840, 2160, false"})
    void aFrameTwiceAsWideAsHighIsSuggestedToBeASphere(int width, int height, boolean likely) {
        SphereAdvice advice =
                SphereAdvice.of(Sphere.PLAIN, Optional.empty(), Optional.empty(), Optional.empty(), width, height);

        assertThat(advice.suggestion().isPresent()).isEqualTo(likely);
        assertThat(advice.findings()).isEmpty();
    }

    @Test
    void nothingIsSuggestedWhereSomebodyHasSpoken() {
        assertThat(advice(FULL, Optional.empty(), Optional.empty()))
                .isEqualTo(new SphereAdvice(List.of(), Optional.empty()));
        assertThat(advice(Sphere.PLAIN, Optional.of(Projection.FLAT), Optional.empty()))
                .isEqualTo(new SphereAdvice(List.of(), Optional.empty()));
    }

    @Test
    void theArtistHoldsAgainstTheFileAndIsTold() {
        assertThat(advice(FULL, Optional.of(Projection.CUBEMAP), Optional.empty())
                        .findings())
                .containsExactly("The file says equirectangular, the details say cubemap: the details hold.");
        assertThat(SphereAdvice.of(
                                new Sphere(Projection.EQUIRECTANGULAR, Stereo.TOP_BOTTOM, Pose.UPRIGHT),
                                Optional.empty(),
                                Optional.of(Stereo.MONO),
                                Optional.empty(),
                                100,
                                100)
                        .findings())
                .containsExactly("The file says top-bottom, the details say mono: the details hold.");
    }

    @Test
    void whatIsTroubleIsSaidUntilTheArtistTells() {
        assertThat(advice(Sphere.PLAIN, Optional.empty(), Optional.of("It is a mesh."))
                        .findings())
                .containsExactly("It is a mesh. Say how it is in the details: projection: equirectangular.");
        assertThat(advice(Sphere.PLAIN, Optional.of(Projection.FLAT), Optional.of("It is a mesh."))
                        .findings())
                .isEmpty();
    }
}

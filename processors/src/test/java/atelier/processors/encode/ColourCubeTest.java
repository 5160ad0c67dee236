package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColourCubeTest {
    private static ColourCube cube(String primaries, String transfer) {
        return new ColourCube(new SourceColour(Optional.of("bt2020"), false, primaries, transfer, false));
    }

    @Test
    void greyStaysGreyInAllPrimaries() {
        for (String primaries : new String[] {"bt2020", "smpte170m", "bt470bg", "smpte432"}) {
            assertThat(cube(primaries, "bt709").shown(0.5, 0.5, 0.5))
                    .containsExactly(new double[] {0.5, 0.5, 0.5}, within(1e-3));
        }
    }

    @Test
    void whatBt709CannotShowIsNearestToIt() {
        double[] green = cube("bt2020", "bt709").shown(0, 1, 0);
        assertThat(green[1]).isEqualTo(1, within(0.01));
        assertThat(green[0]).isLessThan(0.7).isGreaterThanOrEqualTo(0);
        assertThat(green[2]).isLessThan(0.7).isGreaterThanOrEqualTo(0);
    }

    @Test
    void diffuseWhiteIsBrightAndHighlightsAreWhite() {
        double white = Transfer.toPq(203);
        double peak = Transfer.toPq(1000);
        assertThat(cube("bt2020", SourceColour.PQ).shown(white, white, white)[1])
                .isBetween(0.88, 0.94);
        assertThat(cube("bt2020", SourceColour.PQ).shown(peak, peak, peak)[1]).isEqualTo(1, within(0.001));
        assertThat(cube("bt2020", SourceColour.PQ).shown(1, 1, 1)[1]).isEqualTo(1, within(0.001));
        assertThat(cube("bt2020", SourceColour.PQ).shown(0, 0, 0)[1]).isZero();
    }

    /** ITU-R BT.2408: 203 cd/m² is 58 % of PQ and 75 % of HLG. */
    @Test
    void theSameWhiteComesOutAlikeOfBoth() {
        assertThat(Transfer.toPq(203)).isEqualTo(0.581, within(0.001));
        assertThat(cube("bt2020", SourceColour.HLG).shown(0.75, 0.75, 0.75)[0])
                .isEqualTo(cube("bt2020", SourceColour.PQ).shown(0.581, 0.581, 0.581)[0], within(0.005));
    }

    @Test
    void brighterIsNeverDarker() {
        double before = -1;
        for (double code = 0; code <= 1; code += 0.01) {
            double shown = cube("bt2020", SourceColour.PQ).shown(code, code, code)[0];
            assertThat(shown).isGreaterThanOrEqualTo(before);
            before = shown;
        }
    }
}

package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.hls.Bandwidth.Sized;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandwidthTest {
    private static final int SECOND = 1000;

    @Test
    void theAverageIsOverAllAndThePeakOverTheHeaviestRun() {
        List<Sized> segments = List.of(sized(500, 4), sized(2000, 4), sized(500, 4));
        assertThat(Bandwidth.measure(segments, SECOND, 4)).isEqualTo(new Bandwidth(4000, 2000));
    }

    @Test
    void aRunShorterThanHalfATargetIsNoPeakByItself() {
        List<Sized> segments = List.of(sized(400, 4), sized(800, 1), sized(400, 4));
        assertThat(Bandwidth.measure(segments, SECOND, 4).peak())
                .as("the short one together with a neighbour")
                .isEqualTo(1920);
    }

    @Test
    void aSingleShortSegmentIsItsOwnPeak() {
        assertThat(Bandwidth.measure(List.of(sized(100, 1)), SECOND, 6)).isEqualTo(new Bandwidth(800, 800));
    }

    @Test
    void ratesThatAreDeclaredAreThoseOfTheDurationsThatAPlaylistTells() {
        Sized twoSeconds = new Sized(1410, 61_061);
        List<Sized> segments = List.of(twoSeconds, twoSeconds);
        int timescale = 30_000;
        assertThat(Bandwidth.measure(segments, timescale, 2).peak())
                .as("by ticks")
                .isEqualTo(5542);
        assertThat(Bandwidth.asTold(segments, timescale, 2).peak())
                .as("by 2.035367 s and 2.035366 s")
                .isEqualTo(5543);
    }

    @Test
    void ratesOfPicturesAndSoundAddUp() {
        assertThat(new Bandwidth(10, 5).plus(new Bandwidth(2, 1))).isEqualTo(new Bandwidth(12, 6));
    }

    private static Sized sized(long bytes, long seconds) {
        return new Sized(bytes, seconds * SECOND);
    }
}

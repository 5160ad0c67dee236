package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static long[] frames(int count, double seconds, double unit) {
        return LongStream.range(0, count)
                .map(i -> Math.round(i * seconds / unit))
                .toArray();
    }

    @Test
    void theSamePicturesHaveTheSameTicksInEveryContainer() {
        double frame = 1001 / 30000.0;
        Timeline mp4 = Timeline.of(new Ratio(1, 30000), frames(120, frame, 1 / 30000.0), List.of());
        Timeline matroska = Timeline.of(new Ratio(1, 1000), frames(120, frame, 0.001), List.of());
        Timeline transport = Timeline.of(new Ratio(1, 90000), frames(120, frame, 1 / 90000.0), List.of());
        assertThat(List.of(mp4, matroska, transport)).allSatisfy(timeline -> {
            assertThat(timeline.timescale()).isEqualTo(30000);
            assertThat(timeline.frameTicks()).isEqualTo(1001);
        });
    }

    @Test
    void filmAndItsTelevisionRateAreToldApartDespiteMilliseconds() {
        Timeline film = Timeline.of(new Ratio(1, 1000), frames(100, 1 / 24.0, 0.001), List.of());
        Timeline television = Timeline.of(new Ratio(1, 1000), frames(100, 1001 / 24000.0, 0.001), List.of());
        assertThat(new Ratio(film.timescale(), film.frameTicks())).isEqualTo(new Ratio(24, 1));
        assertThat(new Ratio(television.timescale(), television.frameTicks())).isEqualTo(new Ratio(24000, 1001));
    }

    @Test
    void anUnusualRateThatTheContainerDeclaresIsTaken() {
        Timeline timeline =
                Timeline.of(new Ratio(1, 90000), frames(60, 1 / 18.0, 1 / 90000.0), List.of(new Ratio(18, 1)));
        assertThat(new Ratio(timeline.timescale(), timeline.frameTicks())).isEqualTo(new Ratio(18, 1));
    }

    @Test
    void aVaryingRateKeepsTheContainersTimeBase() {
        Timeline timeline = Timeline.of(new Ratio(1, 90000), new long[] {0, 3000, 9000, 9100, 20000}, List.of());
        assertThat(timeline).isEqualTo(new Timeline(new Ratio(1, 90000), 90000, 0));
    }

    @Test
    void oneSingleFrameHasADuration() {
        Timeline timeline = Timeline.of(new Ratio(1, 12800), new long[] {0}, List.of(new Ratio(25, 1)));
        assertThat(timeline.frameTicks()).isPositive();
    }
}

package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What FFmpeg really makes of sound is compared with this in the pipeline's tests. */
class SoundCutsTest {
    private static final long FULL = 10 * 24 * SoundCuts.PACKET;

    private final SoundCuts cuts = new SoundCuts(48_000, Duration.ofSeconds(6));

    @Test
    void allSegmentsButTheLastAreEquallyLong() {
        List<Long> segments = cuts.of(28_814_400);

        assertThat(segments).hasSize(118).startsWith(FULL, FULL, FULL);
        assertThat(segments.stream().mapToLong(Long::longValue).sum()).isEqualTo(28_814_400 + SoundCuts.PACKET);
    }

    @Test
    void whatIsTooShortForASegmentIsInTheLastOne() {
        assertThat(cuts.of(FULL + 22_000)).containsExactly(FULL + 22_000 + SoundCuts.PACKET);
        assertThat(cuts.of(FULL + 24_000)).containsExactly(FULL, 24_000 + SoundCuts.PACKET);
    }

    @Test
    void shortSoundIsOneSegment() {
        assertThat(cuts.of(48_000)).containsExactly(48_000 + SoundCuts.PACKET);
    }

    @Test
    void noSegmentIsLongerThanAllowed() {
        for (int rate : List.of(22_050, 44_100, 48_000, 96_000)) {
            assertThat(new SoundCuts(rate, Duration.ofSeconds(6)).of(600L * rate))
                    .allMatch(ticks -> ticks <= 6L * rate);
        }
    }
}

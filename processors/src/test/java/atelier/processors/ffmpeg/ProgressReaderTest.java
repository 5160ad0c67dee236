package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressReaderTest {
    @Test
    void reportsOfAVideoAreReadOneByOne() {
        // Recorded: ffmpeg 8.0.1; the start of an HEVC encode and the end of an H.264 one.
        assertThat(read("""
                frame=0
                fps=0.00
                stream_0_0_q=0.0
                bitrate=N/A
                total_size=0
                out_time_us=N/A
                out_time_ms=N/A
                out_time=N/A
                dup_frames=0
                drop_frames=0
                speed=N/A
                progress=continue
                frame=25
                fps=0.00
                stream_0_0_q=-1.0
                bitrate=  76.4kbits/s
                total_size=8785
                out_time_us=920000
                out_time_ms=920000
                out_time=00:00:00.920000
                dup_frames=0
                drop_frames=0
                speed=20.3x
                progress=end
                """))
                .containsExactly(
                        new Progress(OptionalLong.of(0), Duration.ZERO, OptionalDouble.empty(), false),
                        new Progress(OptionalLong.of(25), Duration.ofMillis(920), OptionalDouble.of(20.3), true));
    }

    @Test
    void soundHasNoFrames() {
        // Recorded: ffmpeg 5.1.9, one AAC output.
        assertThat(read("""
                bitrate=  70.8kbits/s
                total_size=265674
                out_time_us=30000181
                out_time_ms=30000181
                out_time=00:00:30.000181
                dup_frames=0
                drop_frames=0
                speed= 128x
                progress=end
                """))
                .containsExactly(new Progress(
                        OptionalLong.empty(), Duration.ofNanos(30_000_181_000L), OptionalDouble.of(128), true));
    }

    @Test
    void timesBeforeZeroAndGreatSpeedsAreUnderstood() {
        assertThat(read("""
                frame=1
                out_time_us=-21333
                out_time=-00:00:00.021333
                speed=1.05e+03x
                progress=continue
                """))
                .containsExactly(new Progress(OptionalLong.of(1), Duration.ZERO, OptionalDouble.of(1050), false));
    }

    @Test
    void otherLinesAndUnfinishedReportsAreNoReports() {
        assertThat(read("Hello\nframe=3\nout_time_us=5\n")).isEmpty();
    }

    private static List<Progress> read(String text) {
        List<Progress> reports = new ArrayList<>();
        ProgressReader reader = new ProgressReader(reports::add);
        text.lines().forEach(reader);
        return reports;
    }
}

package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.ProgramException.Cause;
import atelier.processors.work.PostponedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of jobs whose device fails. */
class DeviceWorkTest {
    private final List<String> done = new ArrayList<>();

    /** Notes what it is asked for. */
    private record Fallback(boolean rests, boolean allowed, boolean replanned, List<String> done)
            implements EncoderFallback {
        @Override
        public boolean rests(String encoder) {
            return rests;
        }

        @Override
        public boolean failed(String encoder, String how) {
            done.add(encoder + " failed: " + how);
            return allowed;
        }

        @Override
        public boolean replan(String fingerprint, String encoder) {
            done.add("planned without " + encoder);
            return replanned;
        }
    }

    private void make(Fallback fallback, Consumer<EncodeJob> making) {
        new DeviceWork(fallback, new Devices(1, "")).make(job(), making);
    }

    private Fallback fallback(boolean rests, boolean allowed, boolean replanned) {
        return new Fallback(rests, allowed, replanned, done);
    }

    private static EncodeJob job() {
        return JobsForTests.of("ab".repeat(32), null, "HD", Recipes.SD.withEncoder("h264_nvenc"));
    }

    private static Consumer<EncodeJob> failing(Cause cause) {
        Command command = new Command(Program.FFMPEG, List.of(), Path.of("/work"));
        return job -> {
            throw new ProgramException(
                    cause, command, 1, List.of("OpenEncodeSessionEx failed: out of memory (10)"), null);
        };
    }

    @Test
    void whatADeviceMakesIsMade() {
        make(fallback(false, true, true), job -> done.add("made " + job.name()));

        assertThat(done).containsExactly("made HD");
    }

    @Test
    void whereItFailsTheRenditionIsPlannedWithoutIt() {
        make(fallback(false, true, true), failing(Cause.FAILED));

        assertThat(done).hasSize(2).last().isEqualTo("planned without h264_nvenc");
        assertThat(done.get(0))
                .startsWith("h264_nvenc failed: HD of mila/sunset: ")
                .contains("OpenEncodeSessionEx");
    }

    @Test
    void aPictureThatIsNotTheSourcesIsItsFailureToo() {
        make(fallback(false, true, true), job -> {
            throw new UnlikeSourceException(job.text(), 0.1, 0.5);
        });

        assertThat(done).contains("planned without h264_nvenc");
    }

    @Test
    void whileItRestsItIsNotTried() {
        make(fallback(true, true, true), job -> done.add("made"));

        assertThat(done).containsExactly("planned without h264_nvenc");
    }

    @Test
    void aSourceThatIsStillBeingReadIsWaitedFor() {
        assertThatThrownBy(() -> make(fallback(true, true, false), job -> done.add("made")))
                .isInstanceOf(PostponedException.class)
                .hasMessage("its plan without h264_nvenc, which failed");
    }

    @Test
    void whereHardwareIsRequiredItsFailureIsTheJobs() {
        assertThatThrownBy(() -> make(fallback(false, false, true), failing(Cause.FAILED)))
                .isInstanceOf(ProgramException.class);
        assertThat(done).singleElement().asString().startsWith("h264_nvenc failed");
    }

    @Test
    void aStopOfTheProcessSaysNothingOfTheDevice() {
        assertThatThrownBy(() -> make(fallback(false, true, true), failing(Cause.INTERRUPTED)))
                .isInstanceOf(ProgramException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void asManySessionsAreBegunAsADeviceAllows() {
        Devices devices = new Devices(1, "");
        try (Devices.Session first = devices.take("h264_nvenc")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> devices.take("hevc_nvenc"))
                    .isInstanceOf(PostponedException.class)
                    .hasMessageContaining("a session of hevc_nvenc");
        }
        devices.take("hevc_nvenc").close();
    }

    @Test
    void sourcesAreDecodedByDevicesWhereThatIsWanted() {
        assertThat(new Devices(1, "").decoding(List.of("-f", "x"))).containsExactly("-f", "x");
        assertThat(new Devices(1, "cuda").decoding(List.of("-f", "x"))).containsExactly("-hwaccel", "cuda", "-f", "x");
        assertThat(new Devices(1, "cuda").maps("libx264")).isTrue();
        assertThat(new Devices(1, "").maps("libx264")).isFalse();
        assertThat(new Devices(1, "").maps("h264_nvenc")).isTrue();
    }
}

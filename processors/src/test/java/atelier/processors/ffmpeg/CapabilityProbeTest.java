package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilityProbeTest {
    private static final Set<Capability> WITHOUT_DEVICES = EnumSet.complementOf(EnumSet.copyOf(Capability.HARDWARE));

    @TempDir
    Path folder;

    private final Queue<Command> calls = new ConcurrentLinkedQueue<>();
    private FfmpegInstallation installation;

    @BeforeEach
    void anFfmpegWithoutLibx265() throws Exception {
        Path script = folder.resolve("fake");
        Files.writeString(script, "#!/bin/sh\ncase \"$*\" in *libx265*) exit 8;; *yadif*) kill -KILL $$;; esac\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        installation = new FfmpegInstallation(script, script, "7.0", Optional.empty());
    }

    @Test
    void theBundledFfmpegCanDoWhatRecipesNeed() {
        Capabilities capabilities = new CapabilityProbe(
                        FfmpegForTests.programs(), FfmpegForTests.installation(), folder)
                .probe(WITHOUT_DEVICES);

        assertThat(capabilities.working()).containsExactlyInAnyOrderElementsOf(WITHOUT_DEVICES);
    }

    @Test
    void whatDoesNotWorkIsNotThere() {
        Capabilities capabilities = probe().probe(Set.of(Capability.LIBX264, Capability.LIBX265, Capability.SCALE));

        assertThat(capabilities.working()).containsExactlyInAnyOrder(Capability.LIBX264, Capability.SCALE);
        assertThat(capabilities.has(Capability.LIBX265)).isFalse();
    }

    @Test
    void theSecondStartTriesOnlyWhatIsNew() {
        probe().probe(Set.of(Capability.LIBX264, Capability.LIBX265));
        calls.clear();

        Capabilities again = probe().probe(Set.of(Capability.LIBX264, Capability.LIBX265, Capability.AAC));

        assertThat(again.working()).containsExactlyInAnyOrder(Capability.LIBX264, Capability.AAC);
        assertThat(calls).extracting(Command::arguments).containsExactly(Capability.AAC.trial());
    }

    @Test
    void devicesAreTriedAtEachStartSinceTheyComeAndGo() throws Exception {
        Path card = Files.createFile(folder.resolve("card"));
        Files.writeString(
                installation.ffmpeg(),
                "#!/bin/sh\ncase \"$*\" in *nvenc*) test -e " + card + ";; *vaapi*) exit 1;; esac\n");
        Set<Capability> wanted = Set.of(Capability.AAC, Capability.H264_NVENC, Capability.H264_VAAPI);

        assertThat(probe().probe(wanted).names(Capability.ENCODERS)).containsExactlyInAnyOrder("aac", "h264_nvenc");

        Files.delete(card);
        calls.clear();
        assertThat(probe().probe(wanted).names(Capability.ENCODERS)).containsExactly("aac");
        assertThat(calls)
                .extracting(call -> String.join(" ", call.arguments()))
                .containsExactlyInAnyOrder(
                        "-hide_banner -nostdin -v error -f lavfi -i testsrc2=s=640x360:d=0.2 -vf format=yuv420p"
                                + " -c:v h264_nvenc -f null -",
                        "-init_hw_device vaapi=device -filter_hw_device device -hide_banner -nostdin -v error -f lavfi"
                                + " -i testsrc2=s=640x360:d=0.2 -vf format=nv12,hwupload -c:v h264_vaapi -f null -");
    }

    @Test
    void anotherProgramAtTheSamePlaceIsTriedAnew() throws Exception {
        probe().probe(Set.of(Capability.AAC));
        calls.clear();
        Files.setLastModifiedTime(installation.ffmpeg(), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        probe().probe(Set.of(Capability.AAC));

        assertThat(calls).hasSize(1);
    }

    @Test
    void aDamagedMemoryIsNoHarm() throws Exception {
        Files.writeString(folder.resolve("capabilities.properties"), "ffmpeg=\\uXYZ");

        assertThat(probe().probe(Set.of(Capability.AAC)).has(Capability.AAC)).isTrue();
    }

    @Test
    void aTrialThatWasKilledSaysNothingAboutTheCapability() {
        assertThatThrownBy(() -> probe().probe(Set.of(Capability.YADIF))).isInstanceOf(ProgramException.class);
        assertThat(folder.resolve("capabilities.properties")).doesNotExist();
    }

    private CapabilityProbe probe() {
        Programs real = new LocalPrograms(installation, FakeProgram.GRACE);
        Programs counted = (command, limits, output) -> {
            calls.add(command);
            return real.run(command, limits, output);
        };
        return new CapabilityProbe(counted, installation, folder);
    }
}

package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reaches devices. */
class DeviceFilesTest {
    private static final Path FOLDER = Path.of("/work/job");

    private static Reach reach(String... arguments) {
        return Reach.of(new Command(Program.FFMPEG, List.of(arguments), FOLDER), FfmpegForTests.installation());
    }

    @Test
    void callsForADeviceReachItAndOthersDoNot() {
        List<Path> drivers = List.of(Path.of("/sys"), Path.of("/proc/driver"), Path.of("/proc/devices"));

        assertThat(reach("-c:v", "h264_vaapi").readable()).containsAll(drivers);
        assertThat(reach("-hwaccel", "cuda").readable()).containsAll(drivers);
        assertThat(reach("-c:v", "libx264").readable()).doesNotContainAnyElementsOf(drivers);
    }

    @Test
    void inASandboxADeviceIsADeviceAndDriversReadAlone() {
        Sandbox bubble = new Sandbox.Bubble(Path.of("/usr/bin/bwrap"), List.of("--dev", "/dev"));

        assertThat(String.join(" ", bubble.before(new Reach(List.of(Path.of("/dev/dri"), Path.of("/sys")), FOLDER))))
                .isEqualTo("/usr/bin/bwrap --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys"
                        + " --bind /work/job /work/job --chdir /work/job --");
    }
}

package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeathOfTheJvmTest {
    private static final String ENDLESS = "-hide_banner -nostdin -v error -re -f lavfi -i testsrc2 -f null -";

    @TempDir
    Path folder;

    @Test
    void noFfmpegOutlivesAKilledJvm() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Caller.class.getName(),
                        FfmpegForTests.installation().ffmpeg().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        ProcessHandle ffmpeg = encodingBelow(jvm);

        jvm.destroyForcibly();

        assertThat(ffmpeg.onExit()).succeedsWithin(Duration.ofSeconds(60));
    }

    /** Waits until the call has passed all that stands around it, and is FFmpeg itself. */
    private static ProcessHandle encodingBelow(Process jvm) throws InterruptedException {
        while (jvm.isAlive()) {
            List<ProcessHandle> found = jvm.descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
                    .toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            jvm.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The JVM ended without calling FFmpeg.");
    }

    /** What the other JVM runs. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] arguments) {
            Path ffmpeg = Path.of(arguments[0]);
            FfmpegInstallation installation = new FfmpegInstallation(
                    ffmpeg, ffmpeg.resolveSibling("ffprobe"), "", Optional.of(ffmpeg.getParent()));
            new LocalPrograms(installation, Duration.ofSeconds(1))
                    .run(
                            new Command(Program.FFMPEG, List.of(ENDLESS.split(" ")), Path.of(arguments[1])),
                            new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0),
                            line -> {});
        }
    }
}

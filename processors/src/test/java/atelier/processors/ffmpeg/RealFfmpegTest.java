package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealFfmpegTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofSeconds(30), 4L << 30, 1 << 20);

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void anEncodeSaysHowFarItIsAndWhatItCost() {
        Outcome outcome = ffmpeg("-v warning -f lavfi -i testsrc2=s=640x360:d=4 -c:v libx264 -threads 1"
                + " -stats_period 0.1 -progress pipe:1 -nostats -y out.mp4");

        assertThat(lines).contains("frame=100", "progress=end");
        assertThat(folder.resolve("out.mp4")).isNotEmptyFile();
        assertThat(outcome.cpu()).isPositive().isLessThan(outcome.wall().multipliedBy(4));
    }

    @Test
    void theCpuTimeThatFfmpegStatesIsTaken() {
        Outcome outcome = ffmpeg("-v info -benchmark -f lavfi -i testsrc2=d=1 -f null -");

        String bench = outcome.lastErrorLines().stream()
                .filter(line -> line.startsWith("bench: utime"))
                .findFirst()
                .orElseThrow();
        double stated = Stream.of(bench.split("[=s ]+"))
                .filter(word -> word.matches("[0-9.]+"))
                .limit(2)
                .mapToDouble(Double::parseDouble)
                .sum();
        assertThat(outcome.cpu().toMillis() / 1000.0).isPositive().isCloseTo(stated, within(0.001));
    }

    @Test
    void anEncodeThatIsStoppedFinishesItsFileFirst() {
        assertThatThrownBy(() -> FfmpegForTests.programs()
                        .run(
                                command("-v error -re -f lavfi -i testsrc2 -c:v libx264 -y out.mp4"),
                                new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 0, 0),
                                line -> {}))
                .isInstanceOfSatisfying(
                        ProgramException.class, e -> assertThat(e.cause()).isEqualTo(ProgramException.Cause.TIMED_OUT));

        ffmpeg("-v error -i out.mp4 -f null -");
    }

    @Test
    void aBrokenInputFailsWithWhatFfmpegSaidAboutIt() throws Exception {
        Files.writeString(folder.resolve("bad.mp4"), "this is not video");

        assertThatThrownBy(() -> ffmpeg("-v error -i bad.mp4 -f null -"))
                .isInstanceOfSatisfying(ProgramException.class, e -> {
                    assertThat(e.cause()).isEqualTo(ProgramException.Cause.FAILED);
                    assertThat(String.join("\n", e.lastErrorLines())).contains("bad.mp4", "Invalid data");
                });
    }

    @Test
    void anOutputLargerThanAllowedEndsTheCall() {
        assertThatThrownBy(() -> ffmpeg("-v error -f lavfi -i testsrc2=s=1280x720:d=20 -c:v rawvideo -y out.nut"))
                .isInstanceOf(ProgramException.class);
        assertThat(folder.resolve("out.nut"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20));
    }

    private Outcome ffmpeg(String arguments) {
        return FfmpegForTests.programs().run(command(arguments), LIMITS, lines::add);
    }

    private Command command(String arguments) {
        List<String> words = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
        words.addAll(Arrays.asList(arguments.split(" ")));
        return new Command(Program.FFMPEG, words, folder);
    }
}

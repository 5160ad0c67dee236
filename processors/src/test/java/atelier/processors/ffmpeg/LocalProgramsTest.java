package atelier.processors.ffmpeg;

import static atelier.processors.ffmpeg.FakeProgram.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProgramsTest {
    private static final Limits PLENTY = lasting(20, 20);

    @TempDir
    Path folder;

    @Test
    void linesComeWhileTheProgramRunsAndOnTheCallingThread() {
        FakeProgram fake = fake("echo first", "until [ -e heard ]; do sleep 0.02; done", "echo second");
        List<String> heard = new ArrayList<>();

        fake.run(Program.FFMPEG, PLENTY, line -> {
            touch("heard");
            heard.add(line + " on " + Thread.currentThread().getName());
        });

        String here = Thread.currentThread().getName();
        assertThat(heard).containsExactly("first on " + here, "second on " + here);
    }

    @Test
    void anotherExitCodeThanZeroIsAFailureThatSaysWhatTheProgramSaid() {
        FakeProgram fake = fake("echo 'bad.mov: Invalid data' >&2", "exit 183");

        ProgramException failure = failureOf(fake, PLENTY);

        assertThat(failure.cause()).isEqualTo(Cause.FAILED);
        assertThat(failure.exitCode()).isEqualTo(183);
        assertThat(failure.lastErrorLines()).containsExactly("bad.mov: Invalid data");
        assertThat(failure).hasMessage("ffmpeg failed with exit code 183: bad.mov: Invalid data");
    }

    @Test
    void aProgramKilledBySomebodyElseDidNotFailByItself() {
        ProgramException failure = failureOf(fake("kill -KILL $$"), PLENTY);

        assertThat(failure.cause()).isEqualTo(Cause.KILLED);
        assertThat(failure).hasMessage("ffmpeg was killed by signal 9");
    }

    @Test
    void onlyTheLastErrorLinesAreKeptAndAnyNumberOfThemIsDrained() {
        FakeProgram fake = fake("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo \"error line $i\" >&2; done");

        Outcome outcome = fake.run(Program.FFMPEG, PLENTY, line -> {});

        assertThat(outcome.lastErrorLines())
                .containsExactlyElementsOf(IntStream.rangeClosed(19961, 20000)
                        .mapToObj(i -> "error line " + i)
                        .toList());
    }

    @Test
    void manyLinesComeWholeAndInOrder() {
        assertThat(fake("seq 1 100000").lines())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100000)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        List<String> lines =
                fake("head -c 1000000 /dev/zero | tr '\\0' x; echo; printf end").lines();

        assertThat(lines).hasSize(2).last().isEqualTo("end");
        assertThat(lines.get(0)).hasSize(Lines.LONGEST).containsOnlyOnce("x".repeat(Lines.LONGEST));
    }

    @Test
    void theStatedCpuTimeIsTaken() {
        FakeProgram fake = fake("echo 'bench: utime=1.234s stime=0.066s rtime=0.700s' >&2");

        assertThat(fake.run(Program.FFMPEG, PLENTY, line -> {}).cpu()).isEqualTo(Duration.ofMillis(1300));
    }

    @Test
    void nothingOfOurEnvironmentAndNoInputReachesTheProgram() {
        List<String> lines = fake("cat", "env").lines();

        assertThat(lines)
                .contains("HOME=" + folder, "LC_ALL=C", "PATH=/usr/bin:/bin")
                .allMatch(line -> line.matches("(HOME|LC_ALL|PATH|PWD|OLDPWD|SHLVL|_)=.*"));
    }

    @Test
    void memoryFilesAndProcessorTimeAreLimited() {
        List<String> lines = new ArrayList<>();

        fake("ulimit -v", "ulimit -c", "ulimit -f", "ulimit -t")
                .run(Program.FFMPEG, new Limits(PLENTY.total(), PLENTY.noProgress(), 1 << 30, 1 << 20), lines::add);

        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(lines).containsExactly("1048576", "0", "2048", Integer.toString(21 * cores));
    }

    @Test
    void noFileMayGrowForEverWhereNobodyNamedALimit() {
        assertThat(fake("ulimit -f").lines()).containsExactly(Long.toString(Limits.MOST_OUTPUT / 512));
    }

    @Test
    void whatWroteTooMuchIsToldApartFromWhatWasKilled() {
        FakeProgram fake = fake("exec head -c 2000000 /dev/zero > large");
        Limits limits = new Limits(PLENTY.total(), PLENTY.noProgress(), 0, 1 << 20);

        assertThat(failureOf(fake, limits)).hasMessage("ffmpeg wrote a larger file than it may and was stopped");
        assertThat(folder.resolve("large")).hasSize(1 << 20);
    }

    @Test
    void aProgramThatIsNotThereIsNotStarted() {
        Path nowhere = folder.resolve("nowhere");
        FakeProgram fake = new FakeProgram(folder, new FfmpegInstallation(nowhere, nowhere, "0", Optional.empty()));

        ProgramException failure = failureOf(fake, PLENTY);

        assertThat(failure.cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(failure).hasMessageContaining(nowhere + " is not there");
    }

    @Test
    void aProgramIsNotStartedInAFolderThatIsNotThere() {
        FakeProgram fake =
                new FakeProgram(folder.resolve("gone"), fake("exit 0").installation());

        assertThat(failureOf(fake, PLENTY).cause()).isEqualTo(Cause.NOT_STARTED);
    }

    @Test
    void withoutTheSystemsProtectionsProgramsRunAllTheSame() {
        FakeProgram fake = fake("echo here");
        List<String> lines = new ArrayList<>();

        new LocalPrograms(fake.installation(), FakeProgram.GRACE, Protections.NONE)
                .run(fake.command(Program.FFMPEG), PLENTY, lines::add);

        assertThat(lines).containsExactly("here");
    }

    @Test
    void aCallInTheBackgroundLeavesTheProcessorToOthers() {
        FakeProgram fake = fake("nice", "cat /proc/self/autogroup 2>/dev/null || true");
        Command call = fake.command(Program.FFMPEG);

        List<String> awaited = linesOf(fake, call);
        List<String> inBackground = linesOf(fake, call.inBackground());

        assertThat(Integer.parseInt(inBackground.get(0)))
                .isEqualTo(Math.min(19, Integer.parseInt(awaited.get(0)) + 19));
        assertThat(inBackground.stream().skip(1)).allMatch(group -> group.endsWith("nice 19"));
    }

    private static List<String> linesOf(FakeProgram fake, Command call) {
        List<String> lines = new ArrayList<>();
        new LocalPrograms(
                        fake.installation(),
                        FakeProgram.GRACE,
                        Protections.detect().with(new Sandbox.Open()))
                .run(call, PLENTY, lines::add);
        return lines;
    }

    private FakeProgram fake(String... lines) {
        return FakeProgram.of(folder, lines);
    }

    private void touch(String name) {
        try {
            Files.writeString(folder.resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProgramException failureOf(FakeProgram fake, Limits limits) {
        List<ProgramException> failures = new ArrayList<>();
        assertThatThrownBy(() -> fake.run(Program.FFMPEG, limits, line -> {}))
                .isInstanceOfSatisfying(ProgramException.class, failures::add);
        return failures.get(0);
    }
}

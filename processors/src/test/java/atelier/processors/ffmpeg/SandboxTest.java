package atelier.processors.ffmpeg;

import static atelier.processors.ffmpeg.FakeProgram.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program that was taken over by its input reaches: a shell stands for it, which would read and call whatever it is told. */
@Timeout(60)
class SandboxTest {
    private static final Limits PLENTY = lasting(20, 20);
    private static final List<Sandbox> SANDBOXES = Trial.sandboxes();

    @TempDir
    Path folder;

    @TempDir
    Path outside;

    private Path canary;

    @BeforeEach
    void layACanary() throws IOException {
        canary = Files.writeString(outside.resolve("canary"), "sings");
    }

    /** Those that work here, and none: what must not change with any of them. */
    static List<Sandbox> sandboxesAndNone() {
        List<Sandbox> all = new ArrayList<>(SANDBOXES);
        all.add(new Sandbox.Open());
        return all;
    }

    static List<Sandbox> sandboxes() {
        assumeTrue(!SANDBOXES.isEmpty(), "neither bwrap nor unshare works here");
        return SANDBOXES;
    }

    @Test
    void aFileThatIsNotItsInputIsNotThere() {
        FakeProgram fake = fake("cat '" + canary + "' 2>&1", "ls -a /proc /root /home /etc 2>&1", "true");

        assertThat(run(fake, bubble(), List.of())).noneMatch(line -> line.contains("sings") || line.equals("passwd"));
    }

    /** Otherwise the test above could not fail. */
    @Test
    void withoutASandboxTheSameFileIsRead() {
        assertThat(run(fake("cat '" + canary + "'"), new Sandbox.Open(), List.of()))
                .containsExactly("sings");
    }

    @Test
    void itsInputIsThereAndCannotBeChanged() throws IOException {
        FakeProgram fake = fake("cat \"${1#file:}\"", "echo other > \"${1#file:}\"", "rm -f \"${1#file:}\"", "true");

        assertThat(run(fake, bubble(), List.of("file:" + canary))).containsExactly("sings");
        assertThat(canary).hasContent("sings");
    }

    @Test
    void whatItWritesElsewhereThanInItsFolderIsNowhere() {
        FakeProgram fake = fake("echo x > mine", "echo x > '" + outside + "/theirs'", "echo x > /usr/theirs", "true");

        run(fake, bubble(), List.of());

        assertThat(folder.resolve("mine")).exists();
        assertThat(outside).isDirectoryContaining("glob:**canary").isDirectoryNotContaining("glob:**theirs");
        assertThat(Path.of("/usr/theirs")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("sandboxes")
    void noPortOfThisMachineIsReached(Sandbox sandbox) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String call = "exec 3<>/dev/tcp/127.0.0.1/" + listening.getLocalPort() + " && echo connected";
            FakeProgram fake = fake("bash -c '" + call + "' 2>/dev/null", "true");

            assertThat(run(fake, new Sandbox.Open(), List.of())).containsExactly("connected");
            assertThat(run(fake, sandbox, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sandboxesAndNone")
    void exitCodesAndSignalsAreTheProgramsOwn(Sandbox sandbox) {
        assertThat(failure(fake("exit 183"), sandbox, PLENTY))
                .extracting(ProgramException::cause, ProgramException::exitCode)
                .containsExactly(Cause.FAILED, 183);
        assertThat(failure(fake("kill -KILL $$"), sandbox, PLENTY))
                .extracting(ProgramException::cause, ProgramException::exitCode)
                .containsExactly(Cause.KILLED, 137);
        assertThat(failure(fake("exec head -c 2000000 /dev/zero > large"), sandbox, writing(1 << 20)))
                .hasMessage("ffmpeg wrote a larger file than it may and was stopped");
    }

    @ParameterizedTest
    @MethodSource("sandboxesAndNone")
    void aProgramThatIsStoppedMayTidyUp(Sandbox sandbox) {
        FakeProgram fake =
                fake("trap 'echo tidy > tidied; exit 255' TERM", "touch ready", "while :; do sleep 0.05; done");

        assertThat(failure(fake, sandbox, lasting(2, 20)).cause()).isEqualTo(Cause.TIMED_OUT);
        assertThat(folder.resolve("ready")).exists();
        assertThat(folder.resolve("tidied")).exists();
    }

    @ParameterizedTest
    @MethodSource("sandboxesAndNone")
    void nothingThatItStartedIsLeft(Sandbox sandbox) {
        FakeProgram fake = fake("trap '' TERM", "echo $$ > pid", "sleep 60 & echo $! > child", "sleep 60");

        assertThat(failure(fake, sandbox, lasting(2, 20)).cause()).isEqualTo(Cause.TIMED_OUT);
        assertThat(folder.resolve("child")).exists();
        assertThat(fake.stillThere("pid")).isFalse();
        assertThat(fake.stillThere("child")).isFalse();
    }

    @Test
    void aSandboxThatCannotBeMadeSaysNothingOfTheFile() throws IOException {
        Path broken = Files.writeString(outside.resolve("bwrap"), "#!/bin/sh\necho 'bwrap: no' >&2; exit 1\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(failure(fake("true"), new Sandbox.Bubble(broken, List.of()), PLENTY)
                        .cause())
                .isEqualTo(Cause.NOT_STARTED);
    }

    @Test
    void whichSandboxIsAtWorkIsSaid() {
        Protections none = Protections.NONE;

        assertThat(none.describe()).contains("allow-lists alone");
        assertThat(sandboxes())
                .allSatisfy(each -> assertThat(none.with(each).describe()).contains("no network"));
    }

    @Test
    void aSandboxInWhichFfmpegDoesNotRunIsNotTaken() {
        Path nowhere = folder.resolve("nowhere");
        FfmpegInstallation missing = new FfmpegInstallation(nowhere, nowhere, "0", Optional.empty());

        assertThat(Protections.NONE.runningIn(missing).sandbox()).isInstanceOf(Sandbox.Open.class);
    }

    private static Sandbox bubble() {
        Optional<Sandbox> bubble =
                SANDBOXES.stream().filter(Sandbox.Bubble.class::isInstance).findFirst();
        assumeTrue(bubble.isPresent(), "bwrap is not installed, or does not work here");
        return bubble.orElseThrow();
    }

    private FakeProgram fake(String... lines) {
        return FakeProgram.of(folder, lines);
    }

    private static Limits writing(long most) {
        return new Limits(PLENTY.total(), PLENTY.noProgress(), 0, most);
    }

    private static List<String> run(FakeProgram fake, Sandbox sandbox, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        in(fake, sandbox).run(new Command(Program.FFMPEG, arguments, fake.folder()), PLENTY, lines::add);
        return lines;
    }

    private static ProgramException failure(FakeProgram fake, Sandbox sandbox, Limits limits) {
        List<ProgramException> failures = new ArrayList<>();
        assertThatThrownBy(() -> in(fake, sandbox).run(fake.command(Program.FFMPEG), limits, line -> {}))
                .isInstanceOfSatisfying(ProgramException.class, failures::add);
        return failures.get(0);
    }

    private static LocalPrograms in(FakeProgram fake, Sandbox sandbox) {
        return new LocalPrograms(
                fake.installation(), FakeProgram.GRACE, Protections.detect().with(sandbox));
    }
}

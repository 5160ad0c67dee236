package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs with a pipe between them, by scripts in FFmpeg's place. */
@Timeout(30)
class RelayTest {
    @TempDir
    Path folder;

    @AfterEach
    void noPipeIsLeft() {
        assertThat(folder.resolve("pipe")).doesNotExist();
    }

    @Test
    void whatOneWritesTheOtherReads() throws IOException {
        Outcome outcome = run("echo pictures > pipe; echo decoded >&2", "cat pipe > read; echo encoded >&2");

        assertThat(folder.resolve("read")).hasContent("pictures\n");
        assertThat(outcome.lastErrorLines()).containsExactly("decoded", "encoded");
    }

    @Test
    void aWriterThatFailsBeforeItOpensThePipeIsWhyBothEnd() {
        assertFails(() -> run("echo no such film >&2; exit 3", "cat pipe; echo no pictures >&2; exit 1"), 3);
    }

    @Test
    void aReaderThatMissesNothingIsNotDoneIfItsWriterFailed() {
        assertFails(() -> run("echo some pictures > pipe; exit 4", "cat pipe"), 4);
    }

    @Test
    void aReaderThatFailsBeforeItOpensThePipeStopsTheWriter() {
        FakeProgram programs = programs("echo $$ > writer; yes > pipe", "while [ ! -s writer ]; do :; done; exit 5");

        assertFails(() -> run(programs), 5);
        assertThat(programs.stillThere("writer")).isFalse();
    }

    @Test
    void aReaderThatFailsLaterIsWhyBothEnd() {
        assertFails(() -> run("yes > pipe || { echo Broken pipe >&2; exit 1; }", "head -c 10 pipe; exit 6"), 6);
    }

    @Test
    void bothAreStoppedWithTheWorkThatTheyBelongTo() throws InterruptedException {
        FakeProgram programs = programs("echo $$ > writer; yes > pipe", "echo $$ > reader; exec 3< pipe; sleep 60");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread worker = new Thread(() -> {
            try {
                run(programs);
            } catch (ProgramException | IOException e) {
                thrown.set(e);
            }
        });
        worker.start();
        Awaitility.await()
                .until(() -> Files.exists(folder.resolve("writer")) && Files.exists(folder.resolve("reader")));

        worker.interrupt();
        worker.join();

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        ProgramException.class, e -> assertThat(e.cause()).isEqualTo(Cause.INTERRUPTED));
        assertThat(programs.stillThere("writer")).isFalse();
        assertThat(programs.stillThere("reader")).isFalse();
    }

    @Test
    void whereNoPipeCanBeMadeNothingIsStarted() throws IOException {
        Files.createDirectory(folder.resolve("pipe"));

        assertThatThrownBy(() -> run("touch began", "touch began"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pipe");
        assertThat(folder.resolve("began")).doesNotExist();
        Files.delete(folder.resolve("pipe"));
    }

    private static void assertFails(ThrowingCallable call, int code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProgramException.class, e -> assertThat(e.exitCode()).isEqualTo(code));
    }

    private Outcome run(String writer, String reader) throws IOException {
        return run(programs(writer, reader));
    }

    private Outcome run(FakeProgram programs) throws IOException {
        return new Relay(new LocalPrograms(programs.installation(), FakeProgram.GRACE, Protections.detect()))
                .run(
                        new Command(Program.FFMPEG, List.of("write"), folder),
                        new Command(Program.FFMPEG, List.of("read"), folder),
                        folder.resolve("pipe"),
                        FakeProgram.lasting(20, 20),
                        line -> {});
    }

    private FakeProgram programs(String writer, String reader) {
        return FakeProgram.of(folder, "case $1 in write) " + writer + ";; read) " + reader + ";; esac");
    }
}

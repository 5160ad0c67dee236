package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final int PICTURE = 10_000;

    /** Reads all that comes within a moment into a file of that name. */
    private static final String TAKE = "take() { timeout 0.7 cat <&3 > $1; }; exec 3< out; ";

    @TempDir
    Path folder;

    @AfterEach
    void noPipeIsLeft() {
        assertThat(folder.resolve("in")).doesNotExist();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatOneWritesTheOtherReads() throws IOException {
        Outcome outcome = run("echo pictures > in; echo decoded >&2", "cat out > read; echo encoded >&2");

        assertThat(folder.resolve("read")).hasContent("pictures\n");
        assertThat(outcome.lastErrorLines()).containsExactly("decoded", "encoded");
    }

    @Test
    void theReaderGetsThreePicturesMoreThanItHasEncoded() throws IOException {
        run(tenPictures(), TAKE + "take first; echo frame=2; take second; echo frame=9; cat <&3 > rest");

        assertThat(pictures("first")).isEqualTo(3);
        assertThat(pictures("second")).isEqualTo(2);
        assertThat(pictures("rest")).isEqualTo(5);
    }

    @Test
    void aReaderThatNeedsMoreToBeginWithGetsIt() throws IOException {
        run(programs(tenPictures(), "cat out > read"), Duration.ofMillis(20));

        assertThat(pictures("read")).isEqualTo(10);
    }

    private static String tenPictures() {
        return "head -c " + 10 * PICTURE + " /dev/zero > in";
    }

    /** So many, and a part of another, since room is left for what is around them. */
    private long pictures(String file) throws IOException {
        return Math.round(Math.floor(Files.size(folder.resolve(file)) / (PICTURE + 1024.0) + 0.99));
    }

    @Test
    void aWriterThatFailsBeforeItOpensThePipeIsWhyBothEnd() {
        assertFails(() -> run("echo no such film >&2; exit 3", "cat out; echo no pictures >&2; exit 1"), 3);
    }

    @Test
    void aReaderThatMissesNothingIsNotDoneIfItsWriterFailed() {
        assertFails(() -> run("echo some pictures > in; exit 4", "cat out"), 4);
    }

    @Test
    void aReaderThatFailsBeforeItOpensThePipeStopsTheWriter() {
        FakeProgram programs = programs("echo $$ > writer; yes > in", "while [ ! -s writer ]; do :; done; exit 5");

        assertFails(() -> run(programs), 5);
        assertThat(programs.stillThere("writer")).isFalse();
    }

    @Test
    void aReaderThatFailsLaterIsWhyBothEnd() {
        assertFails(() -> run("yes > in || { echo Broken pipe >&2; exit 1; }", "head -c 10 out; exit 6"), 6);
    }

    @Test
    void bothAreStoppedWithTheWorkThatTheyBelongTo() throws InterruptedException {
        FakeProgram programs = programs("echo $$ > writer; yes > in", "echo $$ > reader; exec 3< out; sleep 60");
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
        Files.createDirectory(folder.resolve("out"));

        assertThatThrownBy(() -> run("touch began", "touch began"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("out");
        assertThat(folder.resolve("began")).doesNotExist();
        Files.delete(folder.resolve("out"));
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
        return run(programs, Duration.ofSeconds(20));
    }

    private Outcome run(FakeProgram programs, Duration pace) throws IOException {
        return new Relay(new LocalPrograms(programs.installation(), FakeProgram.GRACE, Protections.detect()), pace)
                .run(
                        new Command(Program.FFMPEG, List.of("write"), folder),
                        new Command(Program.FFMPEG, List.of("read"), folder),
                        new PicturePipe(folder.resolve("in"), folder.resolve("out"), PICTURE),
                        FakeProgram.lasting(20, 20),
                        line -> {});
    }

    private FakeProgram programs(String writer, String reader) {
        return FakeProgram.of(folder, "case $1 in write) " + writer + ";; read) " + reader + ";; esac");
    }
}

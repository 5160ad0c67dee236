package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.ProgramException.Cause;
import atelier.processors.store.StoreException;
import atelier.processors.work.Failure.Blame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, TRANSIENT, WORLD",
        "KILLED, TRANSIENT, JOB",
        "INTERRUPTED, TRANSIENT, NOBODY",
        "FAILED, SUSPECT, JOB",
        "STALE, STALE, JOB",
        "TIMED_OUT, STALE, JOB"
    })
    void whatAProgramsEndMeansWhereItSaysNothing(Cause cause, FailureClass expected, Blame blame) {
        Failure failure = Failure.of(program(cause, 1, "Conversion failed!"));

        assertThat(failure.kind()).isEqualTo(expected);
        assertThat(failure.blame()).isEqualTo(blame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "av_interleaved_write_frame(): No space left on device | TRANSIENT | WORLD | disk full",
                "HD.mp4: Disk quota exceeded | TRANSIENT | WORLD | disk full",
                "Error initializing output stream: Cannot allocate memory | TRANSIENT | JOB | out of memory",
                "a.mov: Invalid data found when processing input | PERMANENT | JOB | the file is bad",
                "Decoder (codec none) not found for input stream #0:0 | PERMANENT | JOB | codec not supported",
                "Unknown encoder 'libx265' | PERMANENT | JOB | codec not supported"
            })
    void whatAProgramSaysDecides(String line, FailureClass expected, Blame blame, String reason) {
        Failure failure = Failure.of(program(Cause.FAILED, 1, line));

        assertThat(failure.kind()).isEqualTo(expected);
        assertThat(failure.blame()).isEqualTo(blame);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.call()).isPresent();
    }

    @Test
    void whatTheMachineLacksCountsMoreThanWhatTheFileHas() {
        ProgramException both = new ProgramException(
                Cause.FAILED,
                command(),
                1,
                List.of("Invalid data found when processing input", "No space left on device"),
                null);

        assertThat(Failure.of(both).reason()).isEqualTo("disk full");
    }

    @Test
    void writingMoreThanAllowedIsNotTriedAgain() {
        assertThat(Failure.of(program(Cause.KILLED, 128 + 25, "")).kind()).isEqualTo(FailureClass.PERMANENT);
    }

    @Test
    void whatTheWorldDoesPasses() {
        assertThat(List.of(
                        new IOException("gone"),
                        new UncheckedIOException(new IOException("gone")),
                        new QueryTimeoutException("slow"),
                        new DataAccessResourceFailureException("no database"),
                        new CannotCreateTransactionException("no database"),
                        new StoreException("store is away", new IOException("gone"))))
                .map(Failure::of)
                .allSatisfy(failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureClass.TRANSIENT);
                    assertThat(failure.blame()).isEqualTo(Blame.WORLD);
                });
    }

    @Test
    void aStoreThatIsFullSaysSo() {
        StoreException full = new StoreException("HD could not be stored", new IOException("No space left on device"));

        assertThat(Failure.of(full).reason()).isEqualTo("disk full");
    }

    @Test
    void aWorkerWithoutMemoryMayHaveItBecauseOfTheJob() {
        Failure failure = Failure.of(new OutOfMemoryError());

        assertThat(failure.kind()).isEqualTo(FailureClass.TRANSIENT);
        assertThat(failure.blame()).isEqualTo(Blame.JOB);
    }

    @Test
    void aDatabaseThatSaysNoIsNotAway() {
        assertThat(Failure.of(new DataIntegrityViolationException("too long")).kind())
                .isEqualTo(FailureClass.SUSPECT);
    }

    @Test
    void whatSaysThatItIsPermanentIsNotTriedAgain() {
        assertThat(Failure.of(new Permanent()).kind()).isEqualTo(FailureClass.PERMANENT);
    }

    @Test
    void whatIsNotKnownIsSuspect() {
        assertThat(Failure.of(new IllegalStateException("?")).kind()).isEqualTo(FailureClass.SUSPECT);
    }

    private static ProgramException program(Cause cause, int exitCode, String line) {
        return new ProgramException(cause, command(), exitCode, List.of("first", line), new IOException());
    }

    private static Command command() {
        return new Command(Program.FFMPEG, List.of("-i", "a"), Path.of("/"));
    }

    private static final class Permanent extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;
    }
}

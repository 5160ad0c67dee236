package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureClassTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, TRANSIENT",
        "KILLED, TRANSIENT",
        "INTERRUPTED, TRANSIENT",
        "FAILED, SUSPECT",
        "STALE, SUSPECT",
        "TIMED_OUT, SUSPECT"
    })
    void whatAProgramsEndMeans(ProgramException.Cause cause, FailureClass expected) {
        assertThat(FailureClass.of(program(cause, "Invalid data found when processing input")))
                .isEqualTo(expected);
    }

    @Test
    void aFullDiskIsNotTheFilesFault() {
        assertThat(FailureClass.of(program(ProgramException.Cause.FAILED, "av_interleaved: No space left on device")))
                .isEqualTo(FailureClass.TRANSIENT);
        assertThat(FailureClass.of(program(ProgramException.Cause.FAILED, "Cannot allocate memory")))
                .isEqualTo(FailureClass.TRANSIENT);
    }

    @Test
    void whatTheWorldDoesPasses() {
        assertThat(List.of(
                        new IOException("gone"),
                        new UncheckedIOException(new IOException("gone")),
                        new QueryTimeoutException("slow"),
                        new CannotCreateTransactionException("no database"),
                        new StoreException("store is away", new IOException("gone")),
                        new OutOfMemoryError()))
                .allSatisfy(failure -> assertThat(FailureClass.of(failure)).isEqualTo(FailureClass.TRANSIENT));
    }

    @Test
    void whatSaysThatItIsPermanentIsNotTriedAgain() {
        assertThat(FailureClass.of(new Permanent())).isEqualTo(FailureClass.PERMANENT);
    }

    @Test
    void whatIsNotKnownIsTriedSomeTimes() {
        assertThat(FailureClass.of(new IllegalStateException("?"))).isEqualTo(FailureClass.SUSPECT);
    }

    private static ProgramException program(ProgramException.Cause cause, String line) {
        Command command = new Command(Program.FFMPEG, List.of("-i", "a"), Path.of("/"));
        return new ProgramException(cause, command, 1, List.of("first", line), new IOException());
    }

    private static final class Permanent extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;
    }
}

package atelier.processors.work;

import atelier.processors.ffmpeg.ProgramException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What follows from a failure. Decided here, and nowhere else. */
public enum FailureClass {
    /** The world is in the way (database, store, disk, memory, shutdown): go on trying, ever more slowly. */
    TRANSIENT,
    /** It may be the file: try a few times, then say that it failed. */
    SUSPECT,
    /** It is the file, or the code: trying again cannot help. */
    PERMANENT;

    /** The class of a failure. */
    public static FailureClass of(Throwable failure) {
        if (failure instanceof ProgramException program) {
            return switch (program.cause()) {
                case INTERRUPTED, KILLED, NOT_STARTED -> TRANSIENT;
                case FAILED, STALE, TIMED_OUT -> isFullDisk(program) ? TRANSIENT : SUSPECT;
            };
        }
        if (failure instanceof PermanentFailure) {
            return PERMANENT;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return TRANSIENT;
        }
        boolean fromTheWorld = failure instanceof org.springframework.dao.DataAccessException
                || failure instanceof org.springframework.transaction.TransactionException
                || failure instanceof atelier.processors.store.StoreException
                || failure instanceof java.util.concurrent.RejectedExecutionException
                || failure instanceof VirtualMachineError;
        return fromTheWorld ? TRANSIENT : SUSPECT;
    }

    private static boolean isFullDisk(ProgramException program) {
        return program.lastErrorLines().stream()
                .anyMatch(line -> line.contains("No space left on device") || line.contains("Cannot allocate memory"));
    }
}

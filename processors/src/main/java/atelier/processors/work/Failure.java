package atelier.processors.work;

import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/**
 * A failure, judged by its type alone: here, and nowhere else. What follows from it, and from those before it, is said by
 * {@link FailurePolicy}.
 *
 * @param kind what follows
 * @param blame against whom it speaks
 * @param reason in a word or two, for people
 * @param message all of it
 * @param call the program call that failed, if one did
 */
public record Failure(FailureClass kind, Blame blame, String reason, String message, Optional<ProgramException> call) {
    private static final String DISK_FULL = "disk full";
    private static final String DIED = "its node died";

    /** Against whom a failure speaks. */
    public enum Blame {
        /** It was stopped with the process. */
        NOBODY,
        /** What all jobs need: it speaks against the job only where others succeed meanwhile. */
        WORLD,
        /** The job itself. */
        JOB
    }

    /** A failure by what was thrown. */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof ProgramException program) {
            return ofProgram(program);
        }
        if (thrown instanceof PermanentFailure permanent) {
            return of(FailureClass.PERMANENT, Blame.JOB, permanent.reason(), thrown);
        }
        if (thrown instanceof VirtualMachineError) {
            return of(FailureClass.TRANSIENT, Blame.JOB, "out of memory", thrown);
        }
        return ofWorld(thrown)
                .map(reason -> of(FailureClass.TRANSIENT, Blame.WORLD, isFullDisk(thrown) ? DISK_FULL : reason, thrown))
                .orElseGet(() -> of(FailureClass.SUSPECT, Blame.JOB, "unexpected", thrown));
    }

    /** Whoever did the job died, or was not heard of for too long. */
    public static Failure died(String node) {
        String message = "The node " + node + " died while it did this job, or lost its database.";
        return new Failure(FailureClass.TRANSIENT, Blame.JOB, DIED, message, Optional.empty());
    }

    /** Whether whoever did the job died: then there is nothing to wait for. */
    boolean isDeath() {
        return reason.equals(DIED);
    }

    private static Failure ofProgram(ProgramException program) {
        return switch (program.cause()) {
            case INTERRUPTED -> of(FailureClass.TRANSIENT, Blame.NOBODY, "stopped", program);
            case NOT_STARTED -> of(FailureClass.TRANSIENT, Blame.WORLD, "could not be started", program);
            case STALE -> of(FailureClass.STALE, Blame.JOB, "no progress", program);
            case TIMED_OUT -> of(FailureClass.STALE, Blame.JOB, "took too long", program);
            case KILLED -> ofFault(program, FailureClass.TRANSIENT, "killed");
            case FAILED -> ofFault(program, FailureClass.SUSPECT, "the program failed");
        };
    }

    private static Failure ofFault(ProgramException program, FailureClass unknown, String reason) {
        return switch (program.fault()) {
            case DISK_FULL -> of(FailureClass.TRANSIENT, Blame.WORLD, DISK_FULL, program);
            case NO_MEMORY -> of(FailureClass.TRANSIENT, Blame.JOB, "out of memory", program);
            case BAD_FILE -> of(FailureClass.PERMANENT, Blame.JOB, "the file is bad", program);
            case UNSUPPORTED -> of(FailureClass.PERMANENT, Blame.JOB, "codec not supported", program);
            case TOO_LARGE -> of(FailureClass.PERMANENT, Blame.JOB, "output too large", program);
            case UNKNOWN -> of(unknown, Blame.JOB, reason, program);
        };
    }

    /** What of the world is away, if that is what was thrown. */
    private static Optional<String> ofWorld(Throwable thrown) {
        if (thrown instanceof DataAccessException || thrown instanceof TransactionException) {
            boolean wrong = thrown instanceof NonTransientDataAccessException
                    && !(thrown instanceof NonTransientDataAccessResourceException);
            return wrong ? Optional.empty() : Optional.of("database away");
        }
        if (thrown instanceof WorldFailure world) {
            return Optional.of(world.reason());
        }
        if (thrown instanceof StoreException) {
            return Optional.of("store away");
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return Optional.of("files away");
        }
        return thrown instanceof RejectedExecutionException ? Optional.of("stopped") : Optional.empty();
    }

    private static boolean isFullDisk(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each.getMessage() != null && ProgramException.saysFullDisk(each.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static Failure of(FailureClass kind, Blame blame, String reason, Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        Optional<ProgramException> call =
                thrown instanceof ProgramException program ? Optional.of(program) : Optional.empty();
        return new Failure(kind, blame, reason, message, call);
    }
}

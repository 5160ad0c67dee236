package atelier.processors.ffmpeg;

import java.util.List;
import java.util.Optional;

/** A program call that did not end well: what was called, and the last lines that it said. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SIGXFSZ. */
    private static final int FILE_TOO_LARGE = 25;

    /** Why the call ended. What follows from it (retry, refuse) is decided by who called. */
    public enum Cause {
        /** Could not be started at all. */
        NOT_STARTED,
        /** Exited with another code than 0. */
        FAILED,
        /** Killed by a signal that was not ours: out of memory, a crash, an operator, or more written than allowed. */
        KILLED,
        /** Took longer than its total time. */
        TIMED_OUT,
        /** Made no progress for too long. */
        STALE,
        /** The calling thread was interrupted, and the program stopped. */
        INTERRUPTED
    }

    private final Cause cause;
    private final int exitCode;
    private final transient Command command;
    private final List<String> lastErrorLines;

    /**
     * @param exitCode the program's exit code; -1 where there is none
     * @param lastErrorLines the last lines of its standard error
     */
    public ProgramException(Cause cause, Command command, int exitCode, List<String> lastErrorLines, Throwable origin) {
        super(describe(cause, command, exitCode, lastErrorLines), origin);
        this.cause = cause;
        this.exitCode = exitCode;
        this.command = command;
        this.lastErrorLines = List.copyOf(lastErrorLines);
    }

    private static String describe(Cause cause, Command command, int exitCode, List<String> lastErrorLines) {
        String last = lastErrorLines.isEmpty() ? "" : ": " + lastErrorLines.get(lastErrorLines.size() - 1);
        String how = switch (cause) {
            case NOT_STARTED -> "could not be started";
            case FAILED -> "failed with exit code " + exitCode;
            case KILLED ->
                exitCode - 128 == FILE_TOO_LARGE
                        ? "wrote a larger file than it may and was stopped"
                        : "was killed by signal " + (exitCode - 128);
            case TIMED_OUT -> "took too long and was stopped";
            case STALE -> "made no progress and was stopped";
            case INTERRUPTED -> "was stopped with the work it belonged to";
        };
        return command.program().executable() + " " + how + last;
    }

    public Cause cause() {
        return cause;
    }

    public int exitCode() {
        return exitCode;
    }

    public Command command() {
        return command;
    }

    public List<String> lastErrorLines() {
        return lastErrorLines;
    }

    /** What its last words say of why it failed. */
    public Fault fault() {
        return Fault.of(exitCode, lastErrorLines);
    }

    /** The call as one line for a shell; none where this exception has travelled out of its process. */
    public Optional<String> line() {
        return Optional.ofNullable(command).map(ShellText::of);
    }

    /** Whether a text of the system says that there is no room on a disk. */
    public static boolean saysFullDisk(String text) {
        return Fault.DISK_FULL.isIn(text);
    }
}

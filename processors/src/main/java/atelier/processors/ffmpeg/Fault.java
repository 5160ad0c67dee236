package atelier.processors.ffmpeg;

import java.util.List;
import java.util.Locale;

/** What a program's last words say of why it failed. */
public enum Fault {
    /** There is no room for what it writes. */
    DISK_FULL("no space left on device", "disk quota exceeded"),
    /** It got less memory than it needs. */
    NO_MEMORY("cannot allocate memory", "out of memory", "malloc of size"),
    /** No decoder, encoder or format for what it was given. */
    UNSUPPORTED(
            "unknown encoder",
            "unknown decoder",
            ") not found",
            "codec not currently supported",
            "not yet implemented in ffmpeg",
            "unsupported codec"),
    /** What it was given is not what it says that it is. */
    BAD_FILE("invalid data found when processing input", "moov atom not found"),
    /** It wrote a larger file than it may. */
    TOO_LARGE,
    /** They say nothing that is known. */
    UNKNOWN;

    /** SIGXFSZ, as the JVM tells of a process that a signal ended. */
    private static final int FILE_TOO_LARGE = 128 + 25;

    private final List<String> signs;

    Fault(String... signs) {
        this.signs = List.of(signs);
    }

    /** Of the exit code and the last lines of standard error. What the machine lacks comes before what the file has. */
    static Fault of(int exitCode, List<String> lastErrorLines) {
        if (exitCode == FILE_TOO_LARGE) {
            return TOO_LARGE;
        }
        for (Fault fault : values()) {
            if (lastErrorLines.stream().anyMatch(fault::isIn)) {
                return fault;
            }
        }
        return UNKNOWN;
    }

    /** Whether a text has one of the signs in it. */
    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return signs.stream().anyMatch(lower::contains);
    }
}

package atelier.processors.work;

import java.util.Locale;

/** What follows from a failure. */
public enum FailureClass {
    /** The world is in the way (database, store, disk, memory, a kill): go on trying, ever more slowly. */
    TRANSIENT,
    /** Nobody knows what it is: try a few times. */
    SUSPECT,
    /** It made no progress: it was killed, and is tried once with other settings. */
    STALE,
    /** It is the file, or the program: trying again cannot help. */
    PERMANENT,
    /** It fails again and again, while the world is well: a person must look at it. */
    POISON;

    /** As the database and the API have it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the database's text. */
    public static FailureClass of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

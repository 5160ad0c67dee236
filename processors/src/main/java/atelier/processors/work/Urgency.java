package atelier.processors.work;

import java.util.Locale;

/** When the jobs of a plan are done. */
public enum Urgency {
    /** At once: somebody waits. */
    AWAITED,
    /** When nothing that somebody waits for is to be done. */
    BACKGROUND,
    /** The same, in the nightly window alone, as long as the night's budget lasts. */
    NIGHTLY;

    /** As the database has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the database's text. */
    public static Urgency of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

package atelier.processors.bucket;

import java.util.Locale;

/** What became of an object. */
enum Outcome {
    /** Its content is kept. */
    TAKEN,
    /** It cannot be used. */
    REFUSED,
    /** It has no content, yet. */
    EMPTY,
    /** It was deleted before it was fetched. */
    GONE,
    /** It could not be fetched, after all tries; it is tried again now and then. */
    FAILED;

    /** As the database has it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether there is nothing more to do, as long as the object stays what it is. */
    boolean isFinal() {
        return this == TAKEN || this == REFUSED || this == EMPTY;
    }
}

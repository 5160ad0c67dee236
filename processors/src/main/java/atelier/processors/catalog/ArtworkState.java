package atelier.processors.catalog;

import java.util.Locale;

/**
 * How far an artwork is. {@code INGESTING → ENCODING → READY}; a new source leads from READY or FAILED back to
 * INGESTING; FAILED can follow from INGESTING and ENCODING.
 */
public enum ArtworkState {
    INGESTING,
    ENCODING,
    READY,
    FAILED;

    /** As it stands in the table and in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ArtworkState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

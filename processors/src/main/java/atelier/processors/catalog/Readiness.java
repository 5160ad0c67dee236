package atelier.processors.catalog;

import java.util.OptionalLong;

/** From when on a rendition counts as ready: players begin a list that grows only when it has some segments. */
public final class Readiness {
    private static final long SHORT_MILLIS = 30_000;
    private static final long MIDDLING_MILLIS = 60_000;

    private Readiness() {}

    /**
     * How many segments of the beginning must be made.
     *
     * @param durationMillis of the source, where it is known
     */
    public static int segments(OptionalLong durationMillis) {
        long millis = durationMillis.orElse(Long.MAX_VALUE);
        if (millis < SHORT_MILLIS) {
            return 1;
        }
        return millis < MIDDLING_MILLIS ? 2 : 3;
    }
}

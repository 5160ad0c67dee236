package atelier.processors.encode;

import atelier.processors.work.PermanentFailure;
import java.util.Locale;

/** What was encoded decodes, and does not look like what it was encoded of. */
public final class UnlikeSourceException extends RuntimeException implements PermanentFailure {
    private static final long serialVersionUID = 1L;

    private final double likeness;

    /**
     * @param what the output, for people
     * @param likeness of its worst sample
     * @param floor the least that passes
     */
    UnlikeSourceException(String what, double likeness, double floor) {
        super(String.format(
                Locale.ROOT,
                "%s does not look like its source: %.2f alike, where %.2f is the least (atelier.quality.floor), and so again"
                        + " with more bits. It is not published; other renditions are. Watch the source there: if it is"
                        + " right, update FFmpeg or lower the floor, and try again; if not, deliver a better one.",
                what,
                likeness,
                floor));
        this.likeness = likeness;
    }

    /** Of its worst sample. */
    double likeness() {
        return likeness;
    }

    @Override
    public String reason() {
        return "unlike its source";
    }
}

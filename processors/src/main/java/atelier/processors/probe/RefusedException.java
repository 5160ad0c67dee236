package atelier.processors.probe;

import atelier.processors.ingest.Rejection;
import atelier.processors.work.PermanentFailure;

/** A file that cannot become an artwork, and never will as it is. */
public final class RefusedException extends RuntimeException implements PermanentFailure {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** @param rejection why, and what the artist can do */
    public RefusedException(Rejection rejection) {
        super(rejection.problem() + " " + rejection.remedy());
        this.rejection = rejection;
    }

    /** What to tell the artist. */
    public Rejection rejection() {
        return rejection;
    }
}

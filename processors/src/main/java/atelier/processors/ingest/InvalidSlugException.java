package atelier.processors.ingest;

/** A name that cannot become an artwork's slug. */
public final class InvalidSlugException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    /** @param rejection what is wrong with the name, and how to name the file instead */
    public InvalidSlugException(Rejection rejection) {
        super(rejection.problem() + " " + rejection.remedy());
        this.rejection = rejection;
    }

    /** What to tell the artist. */
    public Rejection rejection() {
        return rejection;
    }
}

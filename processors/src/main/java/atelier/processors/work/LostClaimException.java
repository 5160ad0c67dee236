package atelier.processors.work;

/**
 * This worker was thought dead, and its job was given to another. What it made is thrown away: its successor's result stands.
 */
public final class LostClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the job is, for people */
    public LostClaimException(String what) {
        super(what
                + " was given to another worker, since this one had not been heard of. Nothing of this one is kept.");
    }
}

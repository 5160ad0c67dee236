package atelier.processors.work;

import java.time.Duration;

/** A job is not to be done now, and nothing is wrong: it is done later. */
public final class PostponedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration by;

    /** @param by how much later it is looked at again */
    public PostponedException(String message, Duration by) {
        super(message);
        this.by = by;
    }

    /** How much later it is looked at again. */
    public Duration by() {
        return by;
    }
}

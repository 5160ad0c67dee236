package atelier.processors.catalog.embedded;

/** The embedded database could not be had. Says what failed, what follows and what to do. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String what) {
        super(what);
    }

    public DatabaseException(String what, Throwable cause) {
        super(what, cause);
    }
}

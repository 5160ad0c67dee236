package atelier.processors.store;

/** The store could not do what was asked. Says what, and with which object. The cause is worth another try. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String what) {
        super(what);
    }

    public StoreException(String what, Throwable cause) {
        super(what, cause);
    }
}

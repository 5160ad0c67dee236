package atelier.processors.store;

/** An object is no longer the version that was asked for: what was learnt of that is worth nothing. */
public final class ObjectReplacedException extends Exception {
    private static final long serialVersionUID = 1L;

    ObjectReplacedException(String object, Throwable cause) {
        super(object + " was replaced or removed since it was put there.", cause);
    }
}

package atelier.processors.bucket;

/** An object was replaced or deleted while it was read: what was read of it counts no more. */
final class ObjectChangedException extends Exception {
    private static final long serialVersionUID = 1L;

    ObjectChangedException(String object) {
        super(object + " changed while it was read. It is looked at anew.");
    }
}

package atelier.processors.bucket;

/** A message that cannot be understood, and so will never be: it is dropped. */
final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String why, Throwable cause) {
        super("A message in a queue of bucket events was dropped: " + why + ".", cause);
    }
}

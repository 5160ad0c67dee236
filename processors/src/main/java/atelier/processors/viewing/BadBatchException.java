package atelier.processors.viewing;

/** What came is nothing that a player of ours tells. */
public final class BadBatchException extends RuntimeException {
    BadBatchException(String message) {
        super(message);
    }
}

package atelier.routes.http;

/** What was asked for does not fit the state in which things are. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictException(String message) {
        super(message);
    }
}

package atelier.routes.http;

/** Nothing is known by the name that was asked for. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String kind, String name) {
        super("There is no " + kind + " '" + name + "'.");
    }
}

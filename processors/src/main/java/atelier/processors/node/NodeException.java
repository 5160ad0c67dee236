package atelier.processors.node;

/** This process cannot be a node of that library. Says why, what follows and what to do. */
public final class NodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NodeException(String what) {
        super(what);
    }

    public NodeException(String what, Throwable cause) {
        super(what, cause);
    }
}

package atelier.processors.encode;

/** An output is not what was planned, and is not published: names what differs. */
public final class OutputCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputCheckException(String what) {
        super(what);
    }
}

package atelier.processors.index;

/** A file whose video holds no picture that can be shown. */
public final class NoPictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoPictureException() {
        super("The file holds no picture that can be decoded and shown.");
    }
}

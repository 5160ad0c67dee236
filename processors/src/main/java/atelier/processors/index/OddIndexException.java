package atelier.processors.index;

/** A container's index is not there, or says what cannot be, or what is not certain to be read as FFmpeg reads it: nothing is made of it. */
final class OddIndexException extends Exception {
    private static final long serialVersionUID = 1L;

    OddIndexException(String message) {
        super(message);
    }

    /** @throws OddIndexException unless that is so */
    static void require(boolean so, String otherwise) throws OddIndexException {
        if (!so) {
            throw new OddIndexException(otherwise);
        }
    }
}

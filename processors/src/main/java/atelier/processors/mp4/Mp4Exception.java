package atelier.processors.mp4;

/**
 * An MP4 file that cannot be used, with the reason. Never transient: reading the same bytes again gives the same
 * answer.
 */
public final class Mp4Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is. */
    public enum Reason {
        /** The bytes break the format: truncated, damaged or hostile. */
        MALFORMED("It is not used. If Atelier encoded it, encode it again; if it was delivered, deliver it again."),
        /** Well formed, but of a kind that Atelier does not handle. */
        UNSUPPORTED("It is not used. Write it as fragmented MP4 with one unencrypted track."),
        /** Well formed, but not what was planned. */
        MISMATCH("It is not stored. Encode it again; if that gives the same, the plan and the source disagree.");

        private final String whatFollows;

        Reason(String whatFollows) {
            this.whatFollows = whatFollows;
        }
    }

    private final Reason reason;

    Mp4Exception(Reason reason, String what) {
        super(what + ". " + reason.whatFollows);
        this.reason = reason;
    }

    static Mp4Exception malformed(String what, Object... values) {
        return new Mp4Exception(Reason.MALFORMED, what.formatted(values));
    }

    static Mp4Exception unsupported(String what, Object... values) {
        return new Mp4Exception(Reason.UNSUPPORTED, what.formatted(values));
    }

    static Mp4Exception mismatch(String what, Object... values) {
        return new Mp4Exception(Reason.MISMATCH, what.formatted(values));
    }

    /** The kind of trouble. */
    public Reason reason() {
        return reason;
    }
}

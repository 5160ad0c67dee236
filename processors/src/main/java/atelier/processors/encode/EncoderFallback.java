package atelier.processors.encode;

/** Says what becomes of outputs whose encoder fails. */
public interface EncoderFallback {

    /** Whether an encoder failed lately, and is not to be tried. */
    boolean rests(String encoder);

    /**
     * Remembers that an encoder failed.
     *
     * @param how it failed, and at what
     * @return whether it may be done without; if not, its failure is that of the job
     */
    boolean failed(String encoder, String how);

    /**
     * Plans all that need an output for other encoders.
     *
     * @return whether that is done; a source that is still being read keeps its plan until then
     */
    boolean replan(String fingerprint, String encoder);
}

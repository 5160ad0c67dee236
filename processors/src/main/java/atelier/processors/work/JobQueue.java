package atelier.processors.work;

/** Where work is left to be done. Leaving it is part of the surrounding transaction. */
public interface JobQueue {

    /** Leaves an input to be read: probed, hashed, indexed, planned. Once is enough. */
    void read(long inputId);

    /**
     * Leaves an output to be made. Once is enough, whoever asks.
     *
     * @param fingerprint of the output
     * @param priority see {@link Priority}
     */
    void encode(String fingerprint, int priority);

    /** Says that jobs were left: they are looked for now, and not only at the next poll. To be called after the commit. */
    void wake();
}

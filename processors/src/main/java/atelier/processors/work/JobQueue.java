package atelier.processors.work;

import java.time.Duration;
import java.util.List;

/** Where work is left to be done. Leaving it is part of the surrounding transaction. */
public interface JobQueue {

    /** Leaves an input to be read: probed, hashed, indexed, planned. Once is enough. */
    void read(long inputId);

    /**
     * An output to be made.
     *
     * @param fingerprint of the output
     * @param priority see {@link Priority}
     * @param encoder by FFmpeg's name: only a node that has it does the job
     * @param after how long nobody begins it for its own sake: it may be done along with another one
     */
    record Wanted(String fingerprint, int priority, String encoder, Duration after) {}

    /** Leaves outputs to be made. Once is enough for each, whoever asks; the most urgent one counts. */
    void encode(List<Wanted> outputs);

    /** Leaves an output to be made from now on. */
    default void encode(String fingerprint, int priority, String encoder) {
        encode(List.of(new Wanted(fingerprint, priority, encoder, Duration.ZERO)));
    }

    /** Leaves a batch to be run. Once is enough. */
    void batch(long batchId);

    /** Whether an input waits to be read, or is being read. */
    boolean isLeftToRead(long inputId);

    /** Whether an output waits to be made, or is being made. */
    boolean isLeftToEncode(String fingerprint);

    /** Says that jobs were left: they are looked for now, and not only at the next poll. To be called after the commit. */
    void wake();
}

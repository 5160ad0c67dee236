package atelier.processors.work;

/**
 * A job, and who has it.
 *
 * @param task {@link #READ}, {@link #ENCODE} or {@link #BATCH}
 * @param id key of the input, fingerprint of the output, key of the batch
 * @param priority with which it was left
 * @param node that has it, or had it
 */
public record JobRef(String task, String id, int priority, String node) {
    /** Reads an input. */
    public static final String READ = "read";

    /** Makes an output. */
    public static final String ENCODE = "encode";

    /** Runs a batch. */
    public static final String BATCH = "batch";
}

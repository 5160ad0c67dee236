package atelier.processors.work;

/**
 * A job, and who has it.
 *
 * @param task {@link #FETCH}, {@link #READ}, {@link #ENCODE} or {@link #BATCH}
 * @param id key of the object, key of the input, fingerprint of the output, key of the batch
 * @param priority with which it was left
 * @param node that has it, or had it
 */
public record JobRef(String task, String id, int priority, String node) {
    /** Fetches an object from a bucket. */
    public static final String FETCH = "fetch";

    /** Reads an input. */
    public static final String READ = "read";

    /** Makes an output. */
    public static final String ENCODE = "encode";

    /** Runs a batch. */
    public static final String BATCH = "batch";
}

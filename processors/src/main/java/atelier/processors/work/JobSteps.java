package atelier.processors.work;

/** What a job runs. */
public interface JobSteps {

    /** Reads an input; to be called again after a failure that is worth another try. */
    void read(long inputId);

    /**
     * Makes the output whose job was claimed; to be called again after a failure that is worth another try.
     *
     * @throws LostClaimException if the job went to another node meanwhile
     */
    void encode(Claim claim);

    /** Runs a batch; to be called again after a failure that is worth another try. */
    void batch(long batchId);

    /** Gives up a batch, and says so where people see it. */
    void batchFailed(long batchId, Throwable cause);

    /** Gives up reading an input, and says so where people see it. */
    void readFailed(long inputId, Throwable cause);

    /** Gives up making an output, and says so where people see it. */
    void encodeFailed(String fingerprint, Throwable cause);
}

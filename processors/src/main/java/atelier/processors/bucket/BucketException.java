package atelier.processors.bucket;

import atelier.processors.s3.Trouble;
import atelier.processors.work.WorldFailure;
import software.amazon.awssdk.core.exception.SdkException;

/** A bucket, or a queue of its events, cannot be used now. Says why and what to do; it is tried again until it can. */
public final class BucketException extends RuntimeException implements WorldFailure {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BucketException(String reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Of what the SDK threw.
     *
     * @param what bucket, object or queue that was asked for: {@code Bucket films}
     */
    public static BucketException of(String what, SdkException thrown) {
        Trouble trouble = Trouble.of(thrown);
        return new BucketException(
                trouble.reason(),
                what + ": " + trouble.advice() + " It is tried again by itself. (" + Trouble.said(thrown) + ")",
                thrown);
    }

    @Override
    public String reason() {
        return reason;
    }
}

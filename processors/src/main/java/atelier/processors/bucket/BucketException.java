package atelier.processors.bucket;

import atelier.processors.work.WorldFailure;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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
        Trouble trouble = thrown instanceof AwsServiceException service ? Trouble.of(service) : Trouble.of(thrown);
        String said = thrown instanceof AwsServiceException service ? said(service) : thrown.getMessage();
        return new BucketException(
                trouble.reason(),
                what + ": " + trouble.advice() + " It is tried again by itself. (" + said + ")",
                thrown);
    }

    private static String said(AwsServiceException thrown) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(thrown.awsErrorDetails());
        return "the server said " + thrown.statusCode()
                + details.map(AwsErrorDetails::errorCode)
                        .map(code -> " " + code)
                        .orElse("")
                + details.map(AwsErrorDetails::errorMessage)
                        .filter(text -> !text.isBlank())
                        .map(text -> ": " + text)
                        .orElse("");
    }

    @Override
    public String reason() {
        return reason;
    }
}

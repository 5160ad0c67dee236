package atelier.processors.s3;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What can be wrong with a bucket or a queue, and what a person can do about it: in the same words whoever meets it. */
public enum Trouble {
    MISSING(
            "bucket missing",
            "It is not there. Make it, or correct its name (atelier.store.bucket, atelier.sources.bucket,"
                    + " atelier.buckets[].name, .queue)."),
    CREDENTIALS(
            "credentials refused",
            "The credentials are unknown, wrong or expired. Renew them where the AWS SDK looks for them."),
    FORBIDDEN("access denied", "The credentials do not allow it. Allow what docs/s3.md and docs/s3-in.md list."),
    CLOCK("clock wrong", "This machine's clock is too far from the server's. Set it (NTP)."),
    REGION("wrong region", "It is in another region. Correct atelier.s3.region."),
    ARCHIVED("archived", "The object is archived. Restore it, or put it again."),
    UNSUPPORTED(
            "not supported",
            "This server cannot do that. If it is to tag or move originals, set atelier.buckets[].after to what it can."),
    THROTTLED("throttled", "The server asks for fewer requests."),
    SERVER("server failing", "The server fails."),
    NO_CREDENTIALS("no credentials", "No credentials were found. Give some where the AWS SDK looks for them."),
    AWAY(
            "endpoint away",
            "The server cannot be reached, or stopped answering. Check atelier.s3.endpoint and the network."),
    STOPPED("stopped", "It was stopped meanwhile."),
    UNKNOWN("refused", "The server refuses it.");

    private final String reason;
    private final String advice;

    Trouble(String reason, String advice) {
        this.reason = reason;
        this.advice = advice;
    }

    /** In a word or two. */
    public String reason() {
        return reason;
    }

    /** What it means and what to do, as sentences. */
    public String advice() {
        return advice;
    }

    /** What an error of the SDK means. */
    public static Trouble of(SdkException thrown) {
        if (thrown instanceof AwsServiceException answer) {
            return ofAnswer(answer);
        }
        if (thrown instanceof AbortedException) {
            return STOPPED;
        }
        return String.valueOf(thrown.getMessage()).contains("credentials") ? NO_CREDENTIALS : AWAY;
    }

    private static Trouble ofAnswer(AwsServiceException answer) {
        return switch (code(answer).orElse("")) {
            case "NoSuchBucket", "AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist" -> MISSING;
            case "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "ExpiredToken",
                    "InvalidToken",
                    "TokenRefreshRequired",
                    "InvalidClientTokenId",
                    "UnrecognizedClientException" -> CREDENTIALS;
            case "RequestTimeTooSkewed", "RequestExpired" -> CLOCK;
            case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed" -> REGION;
            case "InvalidObjectState" -> ARCHIVED;
            case "SlowDown", "Throttling", "ThrottlingException", "RequestLimitExceeded", "TooManyRequests" ->
                THROTTLED;
            case "NotImplemented" -> UNSUPPORTED;
            default -> ofStatus(answer.statusCode());
        };
    }

    private static Trouble ofStatus(int status) {
        return switch (status) {
            case 301, 307 -> REGION;
            case 401, 403 -> FORBIDDEN;
            case 404 -> MISSING;
            case 429, 503 -> THROTTLED;
            case 501 -> UNSUPPORTED;
            default -> status >= 500 ? SERVER : UNKNOWN;
        };
    }

    /** What the server said: {@code the server said 503 SlowDown: Reduce your rate.}; or why nothing came of it. */
    public static String said(SdkException thrown) {
        if (!(thrown instanceof AwsServiceException answer)) {
            return thrown.getMessage();
        }
        return "the server said " + answer.statusCode()
                + code(answer).map(code -> " " + code).orElse("")
                + Optional.ofNullable(answer.awsErrorDetails())
                        .map(AwsErrorDetails::errorMessage)
                        .filter(text -> !text.isBlank())
                        .map(text -> ": " + text)
                        .orElse("");
    }

    /** The answer's own word for it; an answer to HEAD has none. */
    static Optional<String> code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails()).map(AwsErrorDetails::errorCode);
    }
}

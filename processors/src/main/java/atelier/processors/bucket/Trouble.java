package atelier.processors.bucket;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What can be wrong with a bucket, and what a person can do about it. */
enum Trouble {
    MISSING("bucket missing", "It is not there. Make it, or correct its name (atelier.buckets[].name, .queue)."),
    CREDENTIALS(
            "credentials refused",
            "The credentials are unknown, wrong or expired. Renew them where the AWS SDK looks for them."),
    FORBIDDEN("access denied", "The credentials do not allow it. Allow what docs/s3-in.md lists."),
    CLOCK("clock wrong", "This machine's clock is too far from the server's. Set it (NTP)."),
    REGION("wrong region", "It is in another region. Correct atelier.s3.region."),
    ARCHIVED("archived", "The object is archived. Restore it, or put it again."),
    UNSUPPORTED("not supported", "This server cannot do that. Set atelier.buckets[].after to what it can."),
    THROTTLED("throttled", "The server asks for fewer requests."),
    SERVER("server failing", "The server fails."),
    NO_CREDENTIALS("no credentials", "No credentials were found. Give some where the AWS SDK looks for them."),
    AWAY(
            "endpoint away",
            "The server cannot be reached, or stopped answering. Check atelier.s3.endpoint and the network."),
    UNKNOWN("refused", "The server refuses it.");

    private final String reason;
    private final String advice;

    Trouble(String reason, String advice) {
        this.reason = reason;
        this.advice = advice;
    }

    String reason() {
        return reason;
    }

    String advice() {
        return advice;
    }

    static Trouble of(AwsServiceException thrown) {
        String code = Optional.ofNullable(thrown.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        return switch (code) {
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
            default -> ofStatus(thrown.statusCode());
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

    /** Of what never reached a server. */
    static Trouble of(SdkException thrown) {
        String said = String.valueOf(thrown.getMessage());
        return said.contains("credentials") ? NO_CREDENTIALS : AWAY;
    }
}

package atelier.processors.store;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in words what a bucket's answer means, what follows and what to do. */
final class BucketFailures {
    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredToken",
            "InvalidAccessKeyId",
            "InvalidToken",
            "SignatureDoesNotMatch",
            "TokenRefreshRequired",
            "AuthorizationHeaderMalformed");
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;
    private static final int MISSING = 404;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;
    private static final int SERVER = 500;

    private final BucketPlace place;

    BucketFailures(BucketPlace place) {
        this.place = place;
    }

    /** @param what the store could not do, as a sentence */
    StoreException of(String what, SdkException cause) {
        return new StoreException(
                what + " " + why(cause) + " What needs the store waits, and goes on by itself.", cause);
    }

    /** Why the bucket could not be used, as sentences. */
    String why(SdkException cause) {
        if (cause instanceof S3Exception answer) {
            return answered(answer);
        }
        if (cause instanceof AbortedException) {
            return "It was stopped meanwhile.";
        }
        String text = String.valueOf(cause.getMessage());
        if (text.contains("credentials")) {
            return "There are no credentials for " + place + ": " + text
                    + " Give some where the AWS SDK looks for them.";
        }
        return place + " cannot be reached: " + text + " See atelier.s3.endpoint, and whether the server runs.";
    }

    private String answered(S3Exception answer) {
        int status = answer.statusCode();
        String code = code(answer);
        if (code.equals("NoSuchBucket")) {
            return "There is no bucket " + place.bucket() + ". Make it, or name another in atelier.store.bucket.";
        }
        if (CREDENTIALS.contains(code) || status == UNAUTHORIZED) {
            return place + " does not accept the credentials (" + code
                    + "). Renew them where the AWS SDK looks for them; see atelier.s3.region too.";
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return place + " finds this machine's clock to be wrong. Set it.";
        }
        if (status == FORBIDDEN) {
            return place + " refuses it (" + code
                    + "). The credentials must be valid, and may list, read, write and remove objects of the bucket.";
        }
        if (status == BUSY || status == TOO_MANY) {
            return place + " asks for fewer requests (" + code + ").";
        }
        String problem = status >= SERVER ? " has a problem of its own (" : " answers with " + status + " (";
        return place + problem + code + "): " + answer.getMessage() + ".";
    }

    /** The answer's own code; an answer to HEAD has none. */
    private static String code(S3Exception answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse(String.valueOf(answer.statusCode()));
    }

    static boolean isMissing(SdkException e) {
        return e instanceof S3Exception answer && answer.statusCode() == MISSING;
    }
}

package atelier.processors.s3;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What is in a bucket, and whether it can be used. An answer to HEAD has no body that says why: that to a listing has.
 *
 * @param client reaches the bucket
 * @param bucket its name
 */
public record BucketLook(S3Client client, String bucket) {
    private static final int NOT_FOUND = 404;
    private static final int SERVER = 500;

    /**
     * What is known of an object without reading it; empty where there is none. A bucket that is not there does not look like
     * one that is empty.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if that cannot be told now
     */
    public Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(bucket).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw explained(e, key);
            }
            client.headBucket(request -> request.bucket(bucket));
            return Optional.empty();
        }
    }

    /**
     * Sees that the bucket can be used.
     *
     * @param patience how long an answer is waited for
     * @throws software.amazon.awssdk.core.exception.SdkException if it cannot
     */
    public void require(Duration patience) {
        try {
            client.headBucket(
                    request -> request.bucket(bucket).overrideConfiguration(all -> all.apiCallTimeout(patience)));
        } catch (S3Exception e) {
            throw explained(e, "");
        }
    }

    private S3Exception explained(S3Exception bare, String prefix) {
        if (bare.statusCode() < SERVER) {
            client.listObjectsV2(
                    request -> request.bucket(bucket).prefix(prefix).maxKeys(1));
        }
        return bare;
    }
}

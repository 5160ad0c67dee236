package atelier.processors.bucket;

import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object in a bucket, as it is now.
 *
 * @param client reaches the bucket
 * @param bucket its name
 * @param key of the object
 */
record RemoteObject(S3Client client, String bucket, String key) {
    private static final int NOT_FOUND = 404;

    /** For people. */
    String text() {
        return "s3://" + bucket + "/" + key;
    }

    /**
     * What is there.
     *
     * @return nothing if there is no such object
     * @throws BucketException if that cannot be known now
     */
    Optional<ObjectVersion> look() {
        try {
            return Optional.of(ObjectVersion.of(
                    client.headObject(request -> request.bucket(bucket).key(key))));
        } catch (S3Exception e) {
            explain();
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw BucketException.of(text(), e);
        } catch (SdkException e) {
            throw BucketException.of(text(), e);
        }
    }

    /** An answer to HEAD has no body that says why. A listing has, and tells whether it is the bucket. */
    private void explain() {
        try {
            client.listObjectsV2(request -> request.bucket(bucket).prefix(key).maxKeys(1));
        } catch (SdkException e) {
            throw BucketException.of("Bucket " + bucket, e);
        }
    }

    /**
     * Its content from a position on.
     *
     * @throws SdkException if it is no longer that version, or cannot be had now
     */
    ResponseInputStream<GetObjectResponse> from(ObjectVersion version, long position) {
        return client.getObject(request -> {
            request.bucket(bucket).key(key).ifMatch(version.etag());
            if (position > 0) {
                request.range("bytes=" + position + "-");
            }
        });
    }
}

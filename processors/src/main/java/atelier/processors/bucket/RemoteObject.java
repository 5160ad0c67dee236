package atelier.processors.bucket;

import atelier.processors.s3.BucketLook;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object in a bucket, as it is now.
 *
 * @param client reaches the bucket
 * @param bucket its name
 * @param key of the object
 */
record RemoteObject(S3Client client, String bucket, String key) {
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
            return new BucketLook(client, bucket).head(key).map(ObjectVersion::of);
        } catch (SdkException e) {
            throw BucketException.of(text(), e);
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

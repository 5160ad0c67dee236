package atelier.processors.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Moves an object within its bucket: a copy of the very version that was taken, then the deletion of that version. The bytes stay
 * on the server. Where the object is replaced meanwhile, what replaced it stays.
 */
final class ObjectMove {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectMove.class);

    /** What one request may copy. */
    static final long LARGEST_COPY = 5L << 30;

    private static final int NOT_FOUND = 404;
    private static final int CHANGED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client client;
    private final long largestCopy;

    ObjectMove(S3Client client, long largestCopy) {
        this.client = client;
        this.largestCopy = largestCopy;
    }

    /**
     * Moves it; nothing where it is gone or no longer that version.
     *
     * @throws SdkException if that cannot be done now; it is then still where it was, or in both places
     */
    void move(RemoteObject object, ObjectVersion version, String target) {
        if (!isThere(object, version)) {
            return;
        }
        try {
            if (version.bytes() <= largestCopy) {
                copy(object, version, target);
            } else {
                copyInParts(object, version, target);
            }
            if (isThere(object, version)) {
                delete(object, version);
            }
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND && e.statusCode() != CHANGED) {
                throw e;
            }
            LOG.info("{} was replaced or deleted meanwhile; it is not moved.", object.text());
        }
    }

    private static boolean isThere(RemoteObject object, ObjectVersion version) {
        return object.look().map(ObjectVersion::text).equals(Optional.of(version.text()));
    }

    private void copy(RemoteObject object, ObjectVersion version, String target) {
        client.copyObject(request -> request.sourceBucket(object.bucket())
                .sourceKey(object.key())
                .copySourceIfMatch(version.etag())
                .destinationBucket(object.bucket())
                .destinationKey(target));
    }

    private void copyInParts(RemoteObject object, ObjectVersion version, String target) {
        abortEarlier(object, target);
        String upload = client.createMultipartUpload(
                        request -> request.bucket(object.bucket()).key(target))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(object, version, target, upload);
            client.completeMultipartUpload(request -> request.bucket(object.bucket())
                    .key(target)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (SdkException e) {
            abort(object, target, upload);
            throw e;
        }
    }

    /** What was cut off with its process, or could not be aborted then: this is the next try of the same. */
    private void abortEarlier(RemoteObject object, String target) {
        try {
            client
                    .listMultipartUploadsPaginator(
                            request -> request.bucket(object.bucket()).prefix(target))
                    .uploads()
                    .stream()
                    .filter(each -> each.key().equals(target))
                    .forEach(each -> abort(object, target, each.uploadId()));
        } catch (SdkException e) {
            LOG.warn("Parts that an earlier try left of {} cannot be looked for: {}", target, e.getMessage());
        }
    }

    private List<CompletedPart> parts(RemoteObject object, ObjectVersion version, String target, String upload) {
        List<CompletedPart> parts = new ArrayList<>();
        for (long start = 0; start < version.bytes(); start += largestCopy) {
            int number = parts.size() + 1;
            String range = "bytes=" + start + "-" + (Math.min(start + largestCopy, version.bytes()) - 1);
            String etag = client.uploadPartCopy(request -> request.sourceBucket(object.bucket())
                            .sourceKey(object.key())
                            .copySourceIfMatch(version.etag())
                            .copySourceRange(range)
                            .destinationBucket(object.bucket())
                            .destinationKey(target)
                            .uploadId(upload)
                            .partNumber(number))
                    .copyPartResult()
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }
        return parts;
    }

    private void abort(RemoteObject object, String target, String upload) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(object.bucket()).key(target).uploadId(upload));
        } catch (SdkException e) {
            LOG.warn(
                    "A part of the copy {} was left in bucket {} (upload {}) and costs room until it is aborted: {}",
                    target,
                    object.bucket(),
                    upload,
                    e.getMessage());
        }
    }

    /** A server that knows no condition here is asked without: it has just been looked at. */
    private void delete(RemoteObject object, ObjectVersion version) {
        try {
            client.deleteObject(
                    request -> request.bucket(object.bucket()).key(object.key()).ifMatch(version.etag()));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
            client.deleteObject(request -> request.bucket(object.bucket()).key(object.key()));
        }
    }
}

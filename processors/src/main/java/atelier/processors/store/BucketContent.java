package atelier.processors.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists, measures and removes what is in a bucket, a page at a time. */
final class BucketContent {
    /** How many keys servers answer with at most. */
    static final int PAGE = 1000;

    private final S3Client client;
    private final String bucket;
    private final int page;

    /** @param page how many keys are asked for at a time */
    BucketContent(S3Client client, String bucket, int page) {
        this.client = client;
        this.bucket = bucket;
        this.page = page;
    }

    /** @param prefix with a slash at its end */
    void folders(String prefix, Consumer<String> each) {
        client.listObjectsV2Paginator(request ->
                        request.bucket(bucket).prefix(prefix).delimiter("/").maxKeys(page))
                .commonPrefixes()
                .forEach(found -> each.accept(
                        found.prefix().substring(prefix.length(), found.prefix().length() - 1)));
    }

    Optional<Usage> usage(String prefix) {
        return client
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).maxKeys(page))
                .contents()
                .stream()
                .map(each -> new Usage(each.size(), each.lastModified()))
                .reduce(Usage::plus);
    }

    /** What of it could not be removed, and why; empty: nothing. */
    Optional<String> delete(String prefix) {
        Optional<String> left = Optional.empty();
        for (ListObjectsV2Response page : client.listObjectsV2Paginator(
                request -> request.bucket(bucket).prefix(prefix).maxKeys(page))) {
            if (!page.contents().isEmpty()) {
                left = left.or(() -> delete(page.contents()));
            }
        }
        return left;
    }

    private Optional<String> delete(List<S3Object> objects) {
        List<ObjectIdentifier> keys = objects.stream()
                .map(each -> ObjectIdentifier.builder().key(each.key()).build())
                .toList();
        DeleteObjectsResponse removed = client.deleteObjects(request -> request.bucket(bucket)
                .delete(Delete.builder().objects(keys).quiet(true).build()));
        return removed.errors().stream().findFirst().map(BucketContent::text);
    }

    private static String text(S3Error error) {
        return error.key() + " (" + error.code() + ": " + error.message() + ")";
    }

    /** Ends uploads that were begun before a time and never completed. How many. */
    int abort(String prefix, Instant before) {
        List<MultipartUpload> old =
                client
                        .listMultipartUploadsPaginator(
                                request -> request.bucket(bucket).prefix(prefix))
                        .uploads()
                        .stream()
                        .filter(each -> each.key().startsWith(prefix))
                        .filter(each -> each.initiated().isBefore(before))
                        .toList();
        old.forEach(each -> client.abortMultipartUpload(
                request -> request.bucket(bucket).key(each.key()).uploadId(each.uploadId())));
        return old.size();
    }
}

package atelier.processors.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Sends files to a bucket: small ones at once, large ones in parts, several at a time. The object is there when all of it is,
 * or not at all.
 */
final class BucketUploads {
    private static final String TOKEN = "atelier-upload";
    private static final int MOST_PARTS = 10_000;

    private final S3Client client;
    private final String bucket;
    private final Together together;
    private final long partBytes;

    /** @param partBytes of a part; of a file up to twice as long there is only one */
    BucketUploads(S3Client client, String bucket, Together together, long partBytes) {
        this.client = client;
        this.bucket = bucket;
        this.together = together;
        this.partBytes = partBytes;
    }

    /** A file to be sent. */
    record Upload(Path file, long bytes, String key, StoredForm form) {}

    /**
     * Sends files.
     *
     * @throws ExecutionException if one could not be sent; others may be there then
     */
    void send(List<Upload> uploads) throws ExecutionException, InterruptedException {
        List<Callable<String>> small = new ArrayList<>();
        uploads.stream().filter(each -> !isLarge(each)).forEach(each -> small.add(() -> sendWhole(each)));
        together.all(small);
        for (Upload upload : uploads) {
            if (isLarge(upload)) {
                sendParts(upload);
            }
        }
    }

    private boolean isLarge(Upload upload) {
        return upload.bytes() > 2 * partBytes;
    }

    private String sendWhole(Upload upload) {
        try (FilePart all = new FilePart(upload.file(), 0, upload.bytes())) {
            return client.putObject(
                            request -> request.bucket(bucket)
                                    .key(upload.key())
                                    .contentType(upload.form().contentType())
                                    .cacheControl(upload.form().cacheControl()),
                            all.body())
                    .eTag();
        }
    }

    private void sendParts(Upload upload) throws ExecutionException, InterruptedException {
        String token = UUID.randomUUID().toString();
        String id = client.createMultipartUpload(request -> request.bucket(bucket)
                        .key(upload.key())
                        .contentType(upload.form().contentType())
                        .cacheControl(upload.form().cacheControl())
                        .metadata(Map.of(TOKEN, token)))
                .uploadId();
        try {
            complete(upload, id, token, together.all(parts(upload, id)));
        } catch (RuntimeException | ExecutionException | InterruptedException e) {
            abort(upload.key(), id, e);
            throw e;
        }
    }

    private List<Callable<CompletedPart>> parts(Upload upload, String id) {
        long size = Math.max(partBytes, (upload.bytes() + MOST_PARTS - 1) / MOST_PARTS);
        int count = (int) ((upload.bytes() + size - 1) / size);
        return IntStream.range(0, count)
                .<Callable<CompletedPart>>mapToObj(i ->
                        () -> sendPart(upload, id, i + 1, i * size, Math.min(size, upload.bytes() - i * size)))
                .toList();
    }

    private CompletedPart sendPart(Upload upload, String id, int number, long offset, long length) {
        try (FilePart part = new FilePart(upload.file(), offset, length)) {
            UploadPartResponse sent = client.uploadPart(
                    request -> request.bucket(bucket)
                            .key(upload.key())
                            .uploadId(id)
                            .partNumber(number),
                    part.body());
            return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
        }
    }

    private void complete(Upload upload, String id, String token, List<CompletedPart> parts) {
        try {
            client.completeMultipartUpload(request ->
                    request.bucket(bucket).key(upload.key()).uploadId(id).multipartUpload(all -> all.parts(parts)));
        } catch (NoSuchUploadException e) {
            // An answer that was lost is asked for again, and what was completed is no upload any more.
            if (!isThere(upload, token)) {
                throw e;
            }
        }
    }

    private boolean isThere(Upload upload, String token) {
        try {
            HeadObjectResponse found =
                    client.headObject(request -> request.bucket(bucket).key(upload.key()));
            return token.equals(found.metadata().get(TOKEN));
        } catch (S3Exception e) {
            return false;
        }
    }

    /** Its parts would cost and never be seen. */
    private void abort(String key, String id, Exception cause) {
        boolean interrupted = Thread.interrupted();
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(id));
        } catch (SdkException e) {
            // The daily round does it.
            cause.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package bench.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** What anybody would write with the SDK alone: parts of a file in parallel, as many and as large as Atelier's. */
final class PlainUpload {
    private static final long PART = 16L << 20;
    private static final int AT_A_TIME = 8;

    private final S3Client client;
    private final String bucket;

    PlainUpload(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void send(Path file, String key) throws IOException, InterruptedException, ExecutionException {
        long size = Files.size(file);
        String id = client.createMultipartUpload(request -> request.bucket(bucket).key(key))
                .uploadId();
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<CompletedPart>> sent = new ArrayList<>();
            for (long at = 0; at < size; at += PART) {
                long from = at;
                int number = sent.size() + 1;
                sent.add(pool.submit(() -> part(file, key, id, number, from, Math.min(PART, size - from))));
            }
            List<CompletedPart> parts = new ArrayList<>();
            for (Future<CompletedPart> each : sent) {
                parts.add(each.get());
            }
            client.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
        } finally {
            pool.shutdownNow();
        }
    }

    private CompletedPart part(Path file, String key, String id, int number, long from, long length) {
        RequestBody body = RequestBody.fromContentProvider(() -> open(file, from), length, "application/octet-stream");
        String etag = client.uploadPart(
                        request ->
                                request.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        body)
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private static InputStream open(Path file, long from) {
        try {
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(from);
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

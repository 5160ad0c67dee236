package atelier.processors.store;

import atelier.processors.s3.Etag;
import atelier.processors.store.SourceBucket.Piece;
import atelier.processors.store.SourceBucket.Version;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads a range of one version of an object into the same range of a file. An answer that is cut off is asked for again from
 * where it was.
 */
final class RangeRead {
    private static final int BUFFER_BYTES = 1 << 17;
    private static final int PARTIAL_CONTENT = 206;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final Version version;
    private final FileChannel target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Tries tries = new Tries();
    private long position;

    RangeRead(S3Client client, String bucket, String key, Version version, FileChannel target) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.version = version;
        this.target = target;
    }

    /** An answer that ended too early, again and again. */
    static final class CutException extends IOException {
        private static final long serialVersionUID = 1L;

        CutException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** How many bytes were asked for. */
    long read(Piece piece) throws IOException, ObjectReplacedException {
        position = piece.from();
        while (position < piece.until()) {
            try {
                pump(piece.until());
            } catch (CutException e) {
                if (!tries.again()) {
                    throw new CutException(
                            e.getMessage() + " It was asked for " + piece + " " + tries.failed() + " times.", e);
                }
            }
        }
        return piece.until() - piece.from();
    }

    private void pump(long until) throws IOException, ObjectReplacedException {
        ResponseInputStream<GetObjectResponse> answer = answer(until);
        boolean whole = false;
        try {
            refuseOther(answer.response());
            while (position < until) {
                write(next(answer, until));
                tries.progressed();
            }
            whole = true;
        } finally {
            if (whole) {
                answer.close();
            } else {
                answer.abort();
            }
        }
    }

    private ResponseInputStream<GetObjectResponse> answer(long until) throws ObjectReplacedException {
        try {
            return client.getObject(request -> request.bucket(bucket)
                    .key(key)
                    .ifMatch(version.etag())
                    .range("bytes=" + position + "-" + (until - 1)));
        } catch (S3Exception e) {
            switch (e.statusCode()) {
                case 304, 412, 416 -> throw new ObjectReplacedException("'" + key + "'", e);
                default -> {
                    if (e.awsErrorDetails() != null
                            && "NoSuchKey".equals(e.awsErrorDetails().errorCode())) {
                        throw new ObjectReplacedException("'" + key + "'", e);
                    }
                    throw e;
                }
            }
        }
    }

    /** Of servers that know no If-Match, and of those that know no ranges. */
    private void refuseOther(GetObjectResponse answer) throws IOException, ObjectReplacedException {
        if (answer.eTag() != null && !Etag.bare(answer.eTag()).equals(Etag.bare(version.etag()))) {
            throw new ObjectReplacedException("'" + key + "'", null);
        }
        if (answer.sdkHttpResponse().statusCode() != PARTIAL_CONTENT) {
            throw new CutException("The server knows no ranges.", null);
        }
    }

    private int next(ResponseInputStream<GetObjectResponse> answer, long until) throws CutException {
        try {
            int count = answer.read(buffer, 0, (int) Math.min(buffer.length, until - position));
            if (count < 0) {
                throw new CutException("The answer ended at byte " + position + " of " + until + ".", null);
            }
            return count;
        } catch (CutException e) {
            throw e;
        } catch (IOException | SdkException e) {
            throw new CutException("The answer was cut at byte " + position + ": " + e.getMessage(), e);
        }
    }

    private void write(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
            position += target.write(bytes, position);
        }
    }
}

package atelier.processors.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object as it is read. An answer that is cut off is asked for again from where it was; an object that was replaced
 * meanwhile is not mixed with what it was before. What is skipped is not transferred; and of an object of which little is
 * wanted, little, so that the connection can be used again.
 */
final class BucketInput extends InputStream {
    private static final int CHANGED = 412;
    /** So few bytes are sooner read than asked for anew. */
    static final int FEW = 64 * 1024;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private String etag;
    private final long end;
    private long position;
    private long answered;
    private ResponseInputStream<GetObjectResponse> answer;
    private boolean connected = true;
    private final Tries tries = new Tries();

    /**
     * @param few whether {@link #FEW} bytes are asked for at first, rather than all
     * @throws SdkException if it cannot be read
     */
    BucketInput(S3Client client, String bucket, String key, long offset, boolean few) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.position = offset;
        this.answer = client.getObject(few ? from(offset, Long.toString(offset + FEW - 1)) : from(offset, ""));
        this.etag = answer.response().eTag();
        this.answered = offset + answer.response().contentLength();
        this.end = few ? total(answer.response()) : answered;
    }

    private GetObjectRequest from(long offset, String last) {
        return GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .range(offset == 0 && last.isEmpty() ? null : "bytes=" + offset + "-" + last)
                .ifMatch(etag)
                .build();
    }

    /** Of {@code bytes 0-65535/1000000}; who knows no ranges sends all. */
    private long total(GetObjectResponse found) {
        String range = found.contentRange();
        return range == null ? answered : Long.parseLong(range.substring(range.indexOf('/') + 1));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (most == 0 || position >= end) {
            return most == 0 ? 0 : -1;
        }
        while (true) {
            try {
                return advanced(connection().read(into, at, most));
            } catch (IOException | SdkException e) {
                again(e);
            }
        }
    }

    private int advanced(int count) throws IOException {
        if (count < 0) {
            throw new EOFException("The answer ended after " + position + " of " + end + " bytes.");
        }
        position += count;
        tries.progressed();
        return count;
    }

    private InputStream connection() throws IOException {
        if (connected && position == answered) {
            connected = false;
            answer.close();
        }
        if (!connected) {
            answer = client.getObject(from(position, ""));
            answered = end;
            connected = true;
        }
        return answer;
    }

    /** Lets go of the answer, and waits a little before the next. */
    private void again(Exception cause) throws IOException {
        letGo();
        if (cause instanceof S3Exception refused && refused.statusCode() == CHANGED) {
            throw new IOException("'" + key + "' was replaced while it was read; read it again.", cause);
        }
        if (!tries.again()) {
            throw new IOException(
                    "'" + key + "' could be read up to byte " + position + " of " + end + ": " + cause.getMessage(),
                    cause);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.max(0, Math.min(count, end - position));
        if (skipped <= FEW) {
            return super.skip(skipped);
        }
        letGo();
        position += skipped;
        return skipped;
    }

    private void letGo() {
        if (connected) {
            connected = false;
            answer.abort();
        }
    }

    /** What is left of the answer is not waited for, if it is much. */
    @Override
    public void close() throws IOException {
        if (connected && answered - position <= FEW) {
            connected = false;
            answer.close();
        }
        letGo();
        position = end;
    }
}

package atelier.processors.bucket;

import atelier.processors.content.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Brings one version of an object into a file, and hashes it on the way: a buffer of it is in memory, whatever its size. A
 * transfer that is cut goes on where it was.
 */
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int PARTIAL_CONTENT = 206;

    private final RemoteObject object;
    private final ObjectVersion version;
    private final Patience patience;
    private final Clock clock;
    private final LongConsumer progress;
    private final MessageDigest digest = ContentHash.newDigest();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long position;

    /** @param progress gets how many bytes are there, after each piece */
    Download(RemoteObject object, ObjectVersion version, Patience patience, Clock clock, LongConsumer progress) {
        this.object = object;
        this.version = version;
        this.patience = patience;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Writes it all, and sees that it outlasts a power cut. To be called once.
     *
     * @param file is made
     * @return its hash
     * @throws ObjectChangedException if it is no longer that version
     * @throws BucketException if it does not come
     * @throws UncheckedIOException if it cannot be written here
     * @throws InterruptedException if the thread was interrupted
     */
    ContentHash to(Path file) throws ObjectChangedException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            fill(channel);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(object.text() + " could not be written here: " + e.getMessage(), e);
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), position);
    }

    private void fill(FileChannel channel) throws ObjectChangedException, InterruptedException {
        int failures = 0;
        Instant since = clock.instant();
        while (position < version.bytes()) {
            long before = position;
            SdkException failure = go(channel);
            boolean moved = position > before;
            since = moved ? clock.instant() : since;
            failures = moved ? 1 : failures + 1;
            if (position < version.bytes()) {
                rest(failure, failures, since);
            }
        }
    }

    /** @return why it ended before the end, if it did */
    private SdkException go(FileChannel channel) throws ObjectChangedException, InterruptedException {
        try {
            pump(channel);
            return SdkClientException.create(
                    "The transfer ended after " + position + " of " + version.bytes() + " bytes.");
        } catch (S3Exception e) {
            refuseIfChanged(e);
            return e;
        } catch (AbortedException e) {
            throw new InterruptedException("Fetching " + object.text() + " was stopped.");
        } catch (IOException e) {
            return SdkClientException.create("The transfer was cut: " + e.getMessage(), e);
        } catch (SdkException e) {
            return e;
        }
    }

    private void pump(FileChannel channel) throws IOException, ObjectChangedException {
        ResponseInputStream<GetObjectResponse> body = object.from(version, position);
        try (body) {
            refuseIfOther(body.response());
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                write(channel, read);
            }
        } finally {
            // Else closing it would read what is left, however much that is.
            if (position < version.bytes()) {
                body.abort();
            }
        }
    }

    private void write(FileChannel channel, int count) throws ObjectChangedException {
        if (position + count > version.bytes()) {
            throw new ObjectChangedException(object.text());
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (ClosedByInterruptException e) {
            throw AbortedException.create("The process ends.", e);
        } catch (IOException e) {
            // A disk that is full is no cut transfer.
            throw new UncheckedIOException(object.text() + " could not be written here: " + e.getMessage(), e);
        }
        digest.update(buffer, 0, count);
        position += count;
        progress.accept(position);
    }

    /** Of servers that know no If-Match or no ranges as well. */
    private void refuseIfOther(GetObjectResponse piece) throws ObjectChangedException {
        boolean whole = piece.sdkHttpResponse().statusCode() != PARTIAL_CONTENT;
        if (!version.isOf(piece) || (position > 0 && whole)) {
            throw new ObjectChangedException(object.text());
        }
    }

    private void refuseIfChanged(S3Exception e) throws ObjectChangedException {
        switch (e.statusCode()) {
            case 304, 404, 412, 416 -> throw new ObjectChangedException(object.text());
            default -> LOG.debug("{} did not come: {}", object.text(), e.getMessage());
        }
    }

    private void rest(SdkException failure, int failures, Instant since) throws InterruptedException {
        Duration waited = Duration.between(since, clock.instant());
        if (position == 0 || waited.compareTo(patience.inAll()) > 0) {
            throw BucketException.of(object.text(), failure);
        }
        LOG.info(
                "{} goes on at byte {} of {} in a moment: {}",
                object.text(),
                position,
                version.bytes(),
                failure.getMessage());
        Thread.sleep(patience.pause(failures).toMillis());
    }
}

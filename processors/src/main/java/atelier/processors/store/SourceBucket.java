package atelier.processors.store;

import atelier.processors.store.AskedBucket.Outgoing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.s3.S3Client;

/** What was delivered, in a bucket: put whole, and read in pieces that are all of one version. */
public final class SourceBucket implements AutoCloseable {
    private static final long PART = 16L << 20;
    private static final int AT_ONCE = 4;

    /** A master is for nobody but who makes something of it. */
    private static final StoredForm FORM = new StoredForm("application/octet-stream", "private, no-store");

    private final S3Client client;
    private final BucketPlace place;
    private final BucketFailures failures;
    private final Together together = new Together("sources", AT_ONCE);
    private final AskedBucket bucket;

    /** @param client left open */
    public SourceBucket(S3Client client, BucketPlace place) {
        this.client = client;
        this.place = place;
        this.failures = new BucketFailures(place);
        this.bucket = new AskedBucket(
                client,
                place,
                new BucketContent(client, place.bucket(), BucketContent.PAGE),
                new BucketUploads(client, place.bucket(), together, PART));
    }

    /**
     * What tells one content of an object from another.
     *
     * @param etag as the server gave it
     * @param bytes its size
     */
    public record Version(String etag, long bytes) {}

    /** Bytes from there to there, exclusive. */
    public record Piece(long from, long until) {

        /** How many. */
        public long bytes() {
            return until - from;
        }
    }

    /**
     * Puts a file, which stays where it is.
     *
     * @throws StoreException if it could not be put
     */
    public Version put(String name, Path file) {
        String what = "'" + name + "' could not be put into " + place + ".";
        bucket.send(what, List.of(new Outgoing(file, name, FORM)));
        return look(name)
                .filter(found -> found.bytes() == file.toFile().length())
                .orElseThrow(() -> new StoreException(what));
    }

    /**
     * What is there now; empty where there is nothing.
     *
     * @throws StoreException if that cannot be told now
     */
    public Optional<Version> look(String name) {
        return bucket.look("'" + name + "' could not be looked at in " + place + ".", name)
                .map(found -> new Version(found.eTag(), found.contentLength()));
    }

    /**
     * Brings pieces to the same places of a file, several at a time.
     *
     * @throws ObjectReplacedException if it is no longer that version
     * @throws StoreException if a piece did not come; others may be there then
     * @throws IOException if it cannot be written here
     */
    public void read(String name, Version version, List<Piece> pieces, FileChannel target)
            throws IOException, ObjectReplacedException {
        String what = "'" + name + "' could not be read from " + place + ".";
        List<Callable<Long>> tasks = new ArrayList<>();
        pieces.forEach(piece ->
                tasks.add(() -> new RangeRead(client, place.bucket(), place.key(name), version, target).read(piece)));
        try {
            together.all(tasks);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ObjectReplacedException replaced) {
                throw replaced;
            }
            if (e.getCause() instanceof IOException io && !(io instanceof RangeRead.CutException)) {
                throw io;
            }
            throw failures.of(what, e);
        } catch (InterruptedException e) {
            throw failures.of(what, e);
        }
    }

    /**
     * Removes an object; none is no error.
     *
     * @throws StoreException if it could not be removed
     */
    public void delete(String name) {
        bucket.delete("'" + name + "' could not be removed from " + place + ".", name);
    }

    /**
     * Ends uploads that were begun before a time and never completed. How many.
     *
     * @throws StoreException if one could not be ended
     */
    public int removeUnfinished(Instant before) {
        return bucket.removeUnfinished(before);
    }

    /** Why the bucket cannot be used now, and what to do, as sentences; empty if it can. */
    public Optional<String> trouble() {
        return bucket.trouble();
    }

    /** For people. */
    @Override
    public String toString() {
        return place.toString();
    }

    @Override
    public void close() {
        together.close();
    }
}

package atelier.processors.store;

import atelier.processors.s3.BucketLook;
import atelier.processors.store.BucketUploads.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * A place in a bucket, and what all do alike who keep something there. What cannot be done is said in the same words, and worth
 * another try.
 */
final class AskedBucket {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final S3Client client;
    private final BucketPlace place;
    private final BucketFailures failures;
    private final BucketLook look;
    private final BucketContent content;
    private final BucketUploads uploads;

    /**
     * @param client left open
     * @param content of the bucket
     * @param uploads into it
     */
    AskedBucket(S3Client client, BucketPlace place, BucketContent content, BucketUploads uploads) {
        this.client = client;
        this.place = place;
        this.failures = new BucketFailures(place);
        this.look = new BucketLook(client, place.bucket());
        this.content = content;
        this.uploads = uploads;
    }

    /** A file that is sent, and stays where it is. */
    record Outgoing(Path file, String name, StoredForm form) {}

    /** @param what could not be done if it fails, as a sentence */
    <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw failures.of(what, e);
        }
    }

    /** What is known of an object; empty where there is none. */
    Optional<HeadObjectResponse> look(String what, String name) {
        return asked(what, () -> look.head(place.key(name)));
    }

    void send(String what, List<Outgoing> files) {
        try {
            List<Upload> all = new ArrayList<>();
            for (Outgoing each : files) {
                all.add(new Upload(each.file(), Files.size(each.file()), place.key(each.name()), each.form()));
            }
            uploads.send(all);
        } catch (SdkException e) {
            throw failures.of(what, e);
        } catch (ExecutionException e) {
            throw failures.of(what, e);
        } catch (InterruptedException e) {
            throw failures.of(what, e);
        } catch (IOException e) {
            throw new StoreException(what, e);
        }
    }

    /** Removes an object; none is no error. */
    void delete(String what, String name) {
        asked(
                what,
                () -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(place.key(name))));
    }

    /** Ends uploads below the place that were begun before a time and never completed. How many. */
    int removeUnfinished(Instant before) {
        return asked(
                "Uploads to " + place + " that were cut off could not be ended.",
                () -> content.abort(place.root(), before));
    }

    /** Why the bucket cannot be used now, and what to do, as sentences; empty if it can. */
    Optional<String> trouble() {
        try {
            look.require(SOON);
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(failures.why(e));
        }
    }
}

package atelier.processors.store;

import atelier.processors.store.AskedBucket.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A store in a bucket of AWS, or of a server that speaks its protocol. A new object is there whole, or not at all. */
public final class S3Store implements Store, AutoCloseable {
    private static final long PART = 16L << 20;
    private static final int UPLOADS = 8;
    private static final int BEYOND = 416;

    private final S3Client client;
    private final BucketPlace place;
    private final BucketFailures failures;
    private final BucketContent content;
    private final Together together = new Together("store-upload", UPLOADS);
    private final AskedBucket bucket;

    /** @param client left open */
    public S3Store(S3Client client, BucketPlace place) {
        this(client, place, PART, BucketContent.PAGE);
    }

    /**
     * @param partBytes of a part of a large object
     * @param page how many keys are listed at a time
     */
    S3Store(S3Client client, BucketPlace place, long partBytes, int page) {
        this.client = client;
        this.place = place;
        this.failures = new BucketFailures(place);
        this.content = new BucketContent(client, place.bucket(), page);
        BucketUploads uploads = new BucketUploads(client, place.bucket(), together, partBytes);
        this.bucket = new AskedBucket(client, place, content, uploads);
    }

    @Override
    public void put(String key, byte[] bytes) {
        StoredForm form = StoredForm.of(key, bytes);
        bucket.asked(
                "The store could not write '" + key + "'.",
                () -> client.putObject(
                        request -> request.bucket(place.bucket())
                                .key(place.key(key))
                                .contentType(form.contentType())
                                .cacheControl(form.cacheControl()),
                        RequestBody.fromBytes(bytes)));
    }

    @Override
    public void putAll(String folder, List<Path> files) {
        String what = "The store could not write into '" + folder + "'.";
        bucket.send(
                what,
                files.stream()
                        .map(file -> {
                            String name = folder + "/" + file.getFileName();
                            return new Outgoing(file, name, StoredForm.of(name));
                        })
                        .toList());
        try {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StoreException(what, e);
        }
    }

    @Override
    public OptionalLong size(String key) {
        return place.isPossible(key)
                ? bucket.look("The store could not look at '" + key + "'.", key).stream()
                        .mapToLong(HeadObjectResponse::contentLength)
                        .findFirst()
                : OptionalLong.empty();
    }

    @Override
    public InputStream open(String key, long offset) {
        return open(key, offset, false);
    }

    @Override
    public InputStream peek(String key, long offset) {
        return open(key, offset, true);
    }

    /** One request, where looking first would be two. */
    @Override
    public Optional<byte[]> read(String key) {
        if (!place.isPossible(key)) {
            return Optional.empty();
        }
        String what = "The store could not read '" + key + "'.";
        try (InputStream stream = new BucketInput(client, place.bucket(), place.key(key), 0, false)) {
            return Optional.of(stream.readAllBytes());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw failures.of(what, e);
        } catch (IOException e) {
            throw new StoreException(what, e);
        }
    }

    private InputStream open(String key, long offset, boolean few) {
        String what = "The store could not read '" + key + "'.";
        try {
            return new BucketInput(client, place.bucket(), place.key(key), offset, few);
        } catch (S3Exception e) {
            if (e.statusCode() == BEYOND && size(key).equals(OptionalLong.of(offset))) {
                return InputStream.nullInputStream();
            }
            throw failures.of(what, e);
        } catch (SdkException e) {
            throw failures.of(what, e);
        }
    }

    @Override
    public void delete(String key) {
        bucket.delete("The store could not remove '" + key + "'.", key);
    }

    @Override
    public void deleteAll(String folder) {
        String what = "The store could not remove all of '" + folder + "'.";
        bucket.asked(what, () -> content.delete(place.folder(folder))).ifPresent(left -> {
            throw new StoreException(what + " What is left begins with " + left + ".");
        });
    }

    @Override
    public void folders(String folder, Consumer<String> each) {
        bucket.asked("The store could not list '" + folder + "'.", () -> {
            content.folders(place.folder(folder), each);
            return folder;
        });
    }

    @Override
    public Optional<Usage> usage(String folder) {
        return bucket.asked(
                "The store could not look into '" + folder + "'.", () -> content.usage(place.folder(folder)));
    }

    @Override
    public int removeUnfinished(Instant before) {
        return bucket.removeUnfinished(before);
    }

    @Override
    public Optional<String> trouble() {
        return bucket.trouble();
    }

    @Override
    public String toString() {
        return place.toString();
    }

    @Override
    public void close() {
        together.close();
    }
}

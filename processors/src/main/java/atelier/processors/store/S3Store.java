package atelier.processors.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A store in a bucket of AWS, or of a server that speaks its protocol. A new object is there whole, or not at all. */
public final class S3Store implements Store, AutoCloseable {
    private static final long PART = 16L << 20;
    private static final int PAGE = 1000;
    private static final int UPLOADS = 8;
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int BEYOND = 416;

    private final S3Client client;
    private final BucketPlace place;
    private final BucketFailures failures;
    private final BucketContent content;
    private final Together together = new Together("store-upload", UPLOADS);
    private final BucketUploads uploads;

    /** @param client left open */
    public S3Store(S3Client client, BucketPlace place) {
        this(client, place, PART, PAGE);
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
        this.uploads = new BucketUploads(client, place.bucket(), together, partBytes);
    }

    @Override
    public void put(String key, byte[] bytes) {
        StoredForm form = StoredForm.of(key, bytes);
        asked(
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
        try {
            List<BucketUploads.Upload> all = new ArrayList<>();
            for (Path file : files) {
                String name = folder + "/" + file.getFileName();
                all.add(new BucketUploads.Upload(file, Files.size(file), place.key(name), StoredForm.of(name)));
            }
            uploads.send(all);
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (SdkException e) {
            throw failures.of(what, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SdkException sdk ? failures.of(what, sdk) : new StoreException(what, e);
        } catch (IOException e) {
            throw new StoreException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(what + " It was stopped meanwhile.", e);
        }
    }

    @Override
    public OptionalLong size(String key) {
        if (!place.isPossible(key)) {
            return OptionalLong.empty();
        }
        String what = "The store could not look at '" + key + "'.";
        try {
            return OptionalLong.of(
                    client.headObject(request -> request.bucket(place.bucket()).key(place.key(key)))
                            .contentLength());
        } catch (SdkException e) {
            if (!BucketFailures.isMissing(e)) {
                throw failures.of(what, e);
            }
        }
        // A bucket that is not there must not look like one that is empty: all would be made again.
        asked(what, () -> client.headBucket(request -> request.bucket(place.bucket())));
        return OptionalLong.empty();
    }

    @Override
    public InputStream open(String key, long offset) {
        return open(key, offset, false);
    }

    @Override
    public InputStream peek(String key, long offset) {
        return open(key, offset, true);
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
        asked(
                "The store could not remove '" + key + "'.",
                () -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(place.key(key))));
    }

    @Override
    public void deleteAll(String folder) {
        String what = "The store could not remove all of '" + folder + "'.";
        asked(what, () -> content.delete(place.folder(folder))).ifPresent(left -> {
            throw new StoreException(what + " What is left begins with " + left + ".");
        });
    }

    @Override
    public void folders(String folder, Consumer<String> each) {
        asked("The store could not list '" + folder + "'.", () -> {
            content.folders(place.folder(folder), each);
            return folder;
        });
    }

    @Override
    public Optional<Usage> usage(String folder) {
        return asked("The store could not look into '" + folder + "'.", () -> content.usage(place.folder(folder)));
    }

    @Override
    public int removeUnfinished(Instant before) {
        return asked("The store could not end uploads that were cut off.", () -> content.abort(place.root(), before));
    }

    @Override
    public Optional<String> trouble() {
        try {
            client.headBucket(
                    request -> request.bucket(place.bucket()).overrideConfiguration(all -> all.apiCallTimeout(SOON)));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(failures.why(e));
        }
    }

    @Override
    public String toString() {
        return place.toString();
    }

    @Override
    public void close() {
        together.close();
    }

    private <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw failures.of(what, e);
        }
    }
}

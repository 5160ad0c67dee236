package atelier.processors.sources;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.sources.InputObjects.Row;
import atelier.processors.store.SourceBucket;
import atelier.processors.store.SourceBucket.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Delivered files in a bucket. What was delivered before there was one stays in the folder, and is found there.
 *
 * <p>The name of a file in the bucket is that which it has below the home's folder of sources.
 */
public final class BucketSources implements Sources, AutoCloseable {
    /** Of a file's beginning and end, so much is fetched once or several times, in bytes. */
    private static final long UNIT = 1 << 20;

    private final Home home;
    private final FolderSources folder;
    private final SourceBucket bucket;
    private final InputObjects objects;
    private final Desk desk;
    private final PartReader parts;
    private final PartCheck check;

    BucketSources(Home home, SourceBucket bucket, InputObjects objects, SourceCache cache, PartCheck check, long unit) {
        this.home = home;
        this.folder = new FolderSources(home);
        this.bucket = bucket;
        this.objects = objects;
        this.desk = new Desk(home, bucket, cache);
        this.check = check;
        this.parts = new PartReader(objects, check, home.work(), unit);
    }

    /**
     * Sources in a bucket.
     *
     * @param bucket which; closed with these
     * @param most bytes of them that are kept here, beside those in use
     * @param memoryBytes address space of one call of FFmpeg
     * @param inputOptions the allow-lists that go before every input
     */
    public static BucketSources of(
            Home home,
            SourceBucket bucket,
            InputObjects objects,
            long most,
            Programs programs,
            long memoryBytes,
            List<String> inputOptions) {
        SourceCache cache = new SourceCache(home.work().resolve("sources"), most);
        return new BucketSources(
                home, bucket, objects, cache, new PartCheck(programs, memoryBytes, inputOptions, home.work()), UNIT);
    }

    @Override
    public void close() {
        bucket.close();
    }

    @Override
    public void requirePresence() {
        folder.requirePresence();
    }

    @Override
    public Deposit deposit(Path kept) {
        String path = home.relative(kept);
        Version version = desk.asked(() -> bucket.put(desk.name(path), kept));
        return new BucketDeposit(desk, objects, kept, path, version);
    }

    @Override
    public boolean isThere(Input input) {
        return objects.find(input.id()).isPresent() || folder.isThere(input);
    }

    @Override
    public SourceFile whole(Input input) throws IOException {
        Optional<Row> row = objects.find(input.id());
        return row.isEmpty() ? folder.whole(input) : held(input, row.get(), source -> all(input, source));
    }

    private SourceFile all(Input input, CachedSource source) throws IOException {
        source.fetchAll();
        return new SourceFile(source.file(), false, () -> desk.release(input.id()));
    }

    @Override
    public SourceFile chunk(Input input, WantedChunk wanted) throws IOException {
        Optional<Row> row = objects.find(input.id());
        return row.isEmpty()
                ? folder.whole(input)
                : held(input, row.get(), source -> chunk(input, row.get(), wanted, source));
    }

    private SourceFile chunk(Input input, Row row, WantedChunk wanted, CachedSource source) throws IOException {
        Optional<Path> part = source.isWhole() ? Optional.empty() : parts.read(source, input.id(), row, wanted);
        if (part.isEmpty()) {
            return all(input, source);
        }
        return new SourceFile(part.get(), true, () -> desk.release(input.id(), source, part.get()));
    }

    private interface Use {
        SourceFile of(CachedSource source) throws IOException;
    }

    private SourceFile held(Input input, Row row, Use use) throws IOException {
        CachedSource source = desk.hold(input.id(), input.filePath(), new Version(row.etag(), input.fileSize()));
        try {
            return use.of(source);
        } catch (IOException | RuntimeException e) {
            desk.release(input.id());
            throw e;
        }
    }

    @Override
    public Path bring(Input input) throws IOException {
        Path place = home.resolve(input.filePath());
        if (!Files.exists(place)) {
            Files.createDirectories(place.getParent());
            try (SourceFile whole = whole(input)) {
                Path temporary = Files.createTempFile(home.work(), "bring-", "");
                Files.copy(whole.path(), temporary, StandardCopyOption.REPLACE_EXISTING);
                Files.move(temporary, place);
            }
        }
        return place;
    }

    @Override
    public void forget(Input input) {
        if (objects.find(input.id()).isPresent()) {
            desk.remove(input.filePath());
            objects.remove(input.id());
            desk.drop(input.id());
        }
    }

    @Override
    public State state(Input input) {
        Optional<Row> row = objects.find(input.id());
        if (row.isEmpty()) {
            return folder.state(input);
        }
        Optional<Version> now = desk.asked(() -> bucket.look(desk.name(input.filePath())));
        if (now.isEmpty()) {
            return new State.Gone();
        }
        boolean same = now.get().equals(new Version(row.get().etag(), input.fileSize()));
        return same
                ? new State.Same()
                : new State.Replaced(now.get().bytes(), now.get().etag());
    }

    @Override
    public void follow(State.Replaced now, long input) {
        objects.add(input, now.version());
    }

    @Override
    public Optional<ReadingLog> log(Input input, Path file, int stream) throws IOException {
        if (objects.find(input.id()).isEmpty()) {
            return Optional.empty();
        }
        objects.describe(input.id(), check.described(file, stream), TopBoxes.of(file));
        return Optional.of(new NotedReading(objects, input.id()));
    }

    @Override
    public int removeUnfinished(Instant before) {
        return bucket.removeUnfinished(before);
    }

    @Override
    public Optional<String> trouble() {
        return folder.trouble().or(bucket::trouble);
    }

    @Override
    public String toString() {
        return bucket.toString();
    }
}

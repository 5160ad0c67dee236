package atelier.processors.bucket;

import atelier.config.Bucket;
import atelier.config.Bucket.After;
import atelier.config.Home;
import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Rejections;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ingest.DetailsAhead;
import atelier.processors.ingest.DetailsStep;
import atelier.processors.ingest.FinishedCopy;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.IngestStep;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.RejectedFolder;
import atelier.processors.ingest.Rejection;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.s3.S3ForTests;
import atelier.processors.sources.FolderSources;
import atelier.processors.work.Admission;
import atelier.processors.work.FailurePolicy;
import atelier.processors.work.FetchEngine;
import atelier.processors.work.FetchQueue;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobQueue;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import atelier.processors.work.WorkEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A watched bucket on a real S3 server, with a catalogue on a real MariaDB and a home. Jobs are run when a test says so. */
final class Deliveries implements FetchQueue {
    /** How many objects a page of a listing has. */
    static final int PAGE = 3;

    private static final Recipe VIDEO = new Recipe(
            Kind.VIDEO,
            "source",
            Policy.EAGER,
            1280,
            720,
            false,
            "h264",
            "veryfast",
            23,
            1600,
            48_000,
            2,
            3,
            "",
            1,
            0,
            0);
    private static final Patience QUICK =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20));

    final DataSource database;
    final String bucket;
    final Home home;
    final JdbcClient sql;
    final Artworks artworks;
    final Inputs inputs;
    final Notices notices;
    final BucketReports reports;
    final BucketStates states = new BucketStates(Clock.systemUTC());
    final NoticeStep notice;
    final FetchStep fetch;
    final WatchedBucket watched;

    /** Names of the methods of the job queue that were called. */
    final List<String> jobs = new CopyOnWriteArrayList<>();

    private final Deque<Long> left = new ArrayDeque<>();
    private RefuseStep refuse;
    private Optional<FetchEngine> engine = Optional.empty();
    private boolean readLater;
    private long free = Long.MAX_VALUE / 4;

    Deliveries(Path folder, After after) {
        this(folder, after, S3ForTests.client(), ObjectMove.LARGEST_COPY);
    }

    Deliveries(Path folder, After after, S3Client client, long largestCopy) {
        this(folder, after, client, largestCopy, DatabaseForTests.freshCatalogue(), S3ForTests.freshBucket());
    }

    private Deliveries(
            Path folder, After after, S3Client client, long largestCopy, DataSource database, String bucket) {
        this.database = database;
        this.bucket = bucket;
        Clock clock = Clock.systemUTC();
        home = new Home(folder);
        home.create();
        sql = JdbcClient.create(database);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        artworks = new Artworks(sql, clock);
        inputs = new Inputs(sql, clock);
        notices = new Notices(sql, clock);
        reports = new BucketReports(sql);
        BucketObjects objects = new BucketObjects(sql, clock);
        InboxStep inbox = inbox(transactions, clock);
        VideoFormats formats = new VideoFormats(sql, clock);
        Plans plans = new Plans(sql, clock);
        ArtworkChanges changes = new ArtworkChanges(new ArtworkViews(
                sql,
                artworks,
                formats,
                new Editions(sql, clock),
                plans,
                new OnDemand(new Ladder(Map.of()), formats, plans)));
        WatchedBuckets buckets = WatchedBuckets.of(
                List.of(new Bucket(bucket, "in", "", Duration.ZERO, after, "taken/", "rejected/")), List.of());
        watched = buckets.all().get(0);
        notice = new NoticeStep(buckets, client, notices, inbox, this, transactions, states, PAGE);
        Admission room = new Admission(
                List.of(new Admission.Room("the disk", 1, () -> free)), 0, Duration.ZERO, Optional::empty);
        Fetcher fetcher = new Fetcher(
                home.work(),
                inbox,
                artworks,
                changes,
                room,
                new JobProgress(new JobRuns(sql, clock), JobRef.FETCH, clock),
                QUICK,
                clock);
        fetch = new FetchStep(
                buckets, client, objects, fetcher, new Originals(client, clock, largestCopy), inbox, artworks, changes);
    }

    /** Another node of the same library. */
    Deliveries beside() {
        return new Deliveries(
                home.root(),
                watched.settings().after(),
                S3ForTests.client(),
                ObjectMove.LARGEST_COPY,
                database,
                bucket);
    }

    /** From now on jobs are run as they are when the application runs. */
    FetchEngine start(String node) {
        FetchEngine.Steps steps = new FetchEngine.Steps() {
            @Override
            public void fetch(long objectId) {
                fetch.fetch(objectId);
            }

            @Override
            public void fetchFailed(long objectId, Throwable cause) {
                fetch.giveUp(objectId, cause);
            }
        };
        WorkEngine.Settings settings =
                new WorkEngine.Settings(node, 1, 2, Duration.ofMillis(50), 3, Duration.ofSeconds(3), Set.of());
        FailurePolicy policy = new FailurePolicy(3, 2, Duration.ofMillis(200));
        engine = Optional.of(new FetchEngine(
                new TransactionAwareDataSourceProxy(database), steps, settings, policy, Clock.systemUTC()));
        engine.get().start();
        return engine.get();
    }

    private InboxStep inbox(TransactionTemplate transactions, Clock clock) {
        VideoFormats formats = new VideoFormats(sql, clock);
        refuse = new RefuseStep(
                home,
                new FolderSources(home),
                new RejectedFolder(home.rejected(), clock),
                artworks,
                formats,
                inputs,
                new Editions(sql, clock),
                new Plans(sql, clock),
                new Rejections(sql, clock),
                transactions);
        return new InboxStep(
                home,
                new Ladder(Map.of("HD", VIDEO)),
                new FinishedCopy(clock, atelier.processors.ingest.Patience.defaults()),
                new IngestStep(
                        home,
                        new FolderSources(home),
                        artworks,
                        formats,
                        inputs,
                        new Overrides(sql, clock),
                        new DetailsAhead(new Spheres(sql)),
                        queue(),
                        transactions,
                        clock),
                refuse,
                new DetailsStep(home, artworks, new Spheres(sql), refuse, artwork -> {}));
    }

    private JobQueue queue() {
        return (JobQueue) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (proxy, method, arguments) -> {
                    jobs.add(method.getName());
                    if (readLater && method.getName().equals("read")) {
                        sql.sql(
                                        "INSERT INTO read_jobs (task_name, task_instance, picked, version) VALUES ('read', ?, 0, 1)")
                                .param(arguments[0].toString())
                                .update();
                    }
                    return null;
                });
    }

    /** From now on, what is taken waits to be read. */
    void readLater() {
        readLater = true;
    }

    /** All that waits is read. */
    void read() {
        sql.sql("DELETE FROM read_jobs").update();
    }

    /** All that waits is read, and this is refused. */
    void refuse(String slug, Rejection rejection) {
        try {
            long input = artworks.find(slug).orElseThrow().inputId().orElseThrow();
            refuse.input(inputs.find(input).orElseThrow(), rejection);
            read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves again what is to be, and does it. */
    void sweep() {
        notice.sweep();
        run();
    }

    /** Leaves so many bytes free on the disk. */
    void leaveFree(long bytes) {
        free = bytes;
    }

    void put(String key, String content) {
        S3ForTests.client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    void put(String key, byte[] content) {
        S3ForTests.client().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    void delete(String key) {
        S3ForTests.client().deleteObject(request -> request.bucket(bucket).key(key));
    }

    List<String> keys() {
        return S3ForTests.client().listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    String text(String key) {
        return S3ForTests.client()
                .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asUtf8String();
    }

    /** Lists the bucket and does what is left by that. */
    void look() {
        notice.look(watched);
        run();
    }

    /** Hears that an object was put, and does what is left by that. */
    void hear(String key) {
        hearOnly(key);
        run();
    }

    /** Whether nothing waits. */
    boolean isIdle() {
        return sql.sql("SELECT (SELECT COUNT(*) FROM fetch_jobs) + (SELECT COUNT(*) FROM bucket_objects WHERE waiting)")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Hears that an object was put. */
    void hearOnly(String key) {
        notice.hear("""
                {"detail-type":"Object Created","detail":{"bucket":{"name":"%s"},"object":{"key":"%s"}}}""".formatted(bucket, key));
    }

    void run() {
        while (!left.isEmpty()) {
            fetch.fetch(left.poll());
        }
    }

    /** How many objects wait to be fetched. */
    int waiting() {
        return left.size();
    }

    /** How often a file was left to be read: how often something was taken. */
    long taken() {
        return jobs.stream().filter("read"::equals).count();
    }

    Optional<String> outcome(String key) {
        return sql.sql("SELECT outcome FROM bucket_objects WHERE object_key = ? AND outcome IS NOT NULL")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Key of an object in the catalogue. */
    long id(String key) {
        return sql.sql("SELECT id FROM bucket_objects WHERE object_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** Where the source of an artwork lies. */
    Path source(String slug) {
        long input = artworks.find(slug).orElseThrow().inputId().orElseThrow();
        return home.resolve(inputs.find(input).orElseThrow().filePath());
    }

    @Override
    public void fetch(long objectId) {
        if (engine.isPresent()) {
            engine.get().fetch(objectId);
        } else if (!left.contains(objectId)) {
            left.add(objectId);
        }
    }

    @Override
    public void wake() {
        engine.ifPresent(FetchEngine::wake);
    }
}

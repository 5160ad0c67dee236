package atelier.processors.sources;

import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.probe.InputOptions;
import atelier.processors.s3.S3ForTests;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.SourceBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Sources in a bucket of the server for tests, and as many nodes that share nothing but it and the catalogue as are wanted. */
final class SourcesForTests {
    /** As in the application. */
    static final long USUAL_UNIT = 1 << 20;

    final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    final InputObjects objects = new InputObjects(sql);
    final Inputs inputs = new Inputs(sql, Clock.systemUTC());
    final BucketPlace place = new BucketPlace(S3ForTests.freshBucket(), "masters");

    private final Path folder;
    private final long unit;
    private final AtomicInteger count = new AtomicInteger();

    SourcesForTests(Path folder) {
        this(folder, USUAL_UNIT);
    }

    /** @param unit of what is fetched of a file's beginning and end: films for tests are small */
    SourcesForTests(Path folder, long unit) {
        this.folder = folder;
        this.unit = unit;
    }

    /** A node with an empty home. */
    record Node(Home home, BucketSources sources, SourceCache cache) {}

    Node node(S3Client client, long most) {
        Home home = new Home(folder.resolve("node" + count.incrementAndGet()).toAbsolutePath());
        home.create();
        SourceCache cache = new SourceCache(home.work().resolve("sources"), most);
        PartCheck check = new PartCheck(FfmpegForTests.programs(), 0, InputOptions.beforeInput(), home.work());
        return new Node(
                home, new BucketSources(home, new SourceBucket(client, place), objects, cache, check, unit), cache);
    }

    Node node() {
        return node(S3ForTests.client(), Long.MAX_VALUE);
    }

    /** Delivers a file as a node that watches does. */
    Input deliver(Node node, Path file, String slug) throws IOException {
        Path kept = node.home().sources().resolve(slug).resolve(file.getFileName());
        Files.createDirectories(kept.getParent());
        Files.copy(file, kept);
        Deposit copy = node.sources().deposit(kept);
        Artworks artworks = new Artworks(sql, Clock.systemUTC());
        String path = node.home().relative(kept);
        long format = new VideoFormats(sql, Clock.systemUTC())
                .deliver(artworks.findOrCreate(slug, slug).id(), "SOURCE", "delivered", path, Files.size(kept));
        long input = inputs.create(format, path, Files.size(kept));
        copy.recorded(input);
        copy.settle();
        return inputs.find(input).orElseThrow();
    }

    /** How much of an input has come to a node that has been asked for it before. */
    static long fetched(Node node, Input input) throws IOException {
        try {
            return node.cache()
                    .hold(input.id(), "", file -> {
                        throw new AssertionError("Nobody asked for it.");
                    })
                    .bytes();
        } finally {
            node.cache().release(input.id());
        }
    }
}

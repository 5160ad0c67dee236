package atelier.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Home;
import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The last output is made while an artwork is being published. */
class LastOutputTest {
    private static final String FINGERPRINT = "ab".repeat(32);
    private static final Ladder LADDER = new Ladder(Map.of(
            "HD",
            new Recipe(
                    Kind.VIDEO,
                    "source",
                    Policy.EAGER,
                    320,
                    180,
                    false,
                    "h264",
                    "veryfast",
                    23,
                    0,
                    0,
                    0,
                    0,
                    "",
                    1,
                    0,
                    0)));

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final Artworks artworks = new Artworks(sql, clock);
    private final VideoFormats formats = new VideoFormats(sql, clock);
    private final Inputs inputs = new Inputs(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final PlannedChunks planned = new PlannedChunks(sql);
    private final Outputs outputs = new Outputs(sql, clock, new Json());
    private final AtomicInteger transactions = new AtomicInteger();
    private Store store;
    private Artwork artwork;

    @BeforeEach
    void planOneChunk() {
        store = new FolderStore(folder.resolve("store"));
        artwork = artworks.findOrCreate("mila/sunset", "sunset");
        long source = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/sunset.mp4", 1);
        long input = inputs.create(source, "sources/sunset.mp4", 1);
        artworks.begin(artwork.id(), input);
        Plan plan = plans.begin(artwork.id(), input, "test", "awaited");
        long format = formats.findOrCreate(artwork.id(), "HD");
        formats.state(format, "waiting", Optional.empty());
        plans.add(
                plan.id(),
                new PlanRendition(format, "HD", input, "SOURCE", OptionalInt.of(1), "{}", "", OptionalInt.empty()));
        outputs.want(FINGERPRINT, "VIDEO");
        planned.add(planned(plan, format, input), true);
        inputs.indexed(input, 1, "[]");
        plans.complete(plan.id());
    }

    private PlannedChunk planned(Plan plan, long format, long input) {
        return new PlannedChunk(
                plan.id(),
                format,
                "HD",
                "{}",
                artwork.id(),
                input,
                OptionalInt.empty(),
                0,
                FINGERPRINT,
                0,
                1,
                5_000,
                "",
                "awaited",
                OptionalInt.empty(),
                "wanted");
    }

    private void make() {
        WrittenChunk chunk = chunk();
        byte[] init = chunk.init().bytes();
        OutputFiles files = new OutputFiles(sql, new Json());
        store.put(MediaAddress.init(FINGERPRINT), init);
        files.init(
                FINGERPRINT,
                new StreamInfo(chunk.init().codec(), 30_000, 64, 36, 0, 0, 30_000 / 1001.0),
                init.length,
                FINGERPRINT);
        WrittenSegment segment = chunk.segments().get(0);
        store.putAll(MediaAddress.ofPlacement(FINGERPRINT, 0), List.of(segment.path()));
        outputs.place(FINGERPRINT, 0);
        files.segment(FINGERPRINT, new Segment(0, segment.durationTicks(), segment.bytes()), FINGERPRINT);
        outputs.made(FINGERPRINT, 1000, Duration.ofSeconds(3), "8.1", "libx264");
    }

    /** What FFmpeg wrote, in one segment. */
    private WrittenChunk chunk() {
        try {
            Path recorded = Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
            ExpectedChunk expected = new ExpectedChunk(120, 120 * 1001, List.of(0L));
            return new SegmentWriter(1, 2002).writeChunk(recorded, expected, 0, Files.createDirectories(folder));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs an action just before the first transaction: after what is done without the artwork's row being locked. */
    private PublishStep publishing(Runnable before) {
        TransactionTemplate real = new TransactionTemplate(new JdbcTransactionManager(database)) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (transactions.getAndIncrement() == 0) {
                    before.run();
                }
                return super.execute(action);
            }
        };
        return new Publishing(
                        new Home(folder),
                        LADDER,
                        store,
                        artworks,
                        formats,
                        inputs,
                        plans,
                        planned,
                        outputs,
                        new Editions(sql, clock),
                        (playable, millis) -> {},
                        6,
                        real,
                        clock)
                .step();
    }

    @Test
    void anArtworkIsReadyOnlyOnceTheFilesOfItsRenditionsAreHashed() {
        publishing(this::make).publish(artwork.id());

        assertThat(artworks.find(artwork.id()).orElseThrow().state()).isEqualTo(ArtworkState.READY);
        assertThat(formats.find(artwork.id(), "HD").orElseThrow().state()).isEqualTo("complete");
        assertThat(formats.find(artwork.id(), "HD").orElseThrow().fileHash()).isPresent();
        assertThat(artworks.waitingForPublishing(10)).isEmpty();
    }
}

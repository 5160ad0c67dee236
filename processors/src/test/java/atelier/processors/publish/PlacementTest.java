package atelier.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
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
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same chunk comes twice in a film, and somebody watches its first segments while it is encoded. */
class PlacementTest {
    private static final String FINGERPRINT = "ab".repeat(32);
    private static final long LATER = 30 * 120 * 1001;

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final PlannedChunks planned = new PlannedChunks(sql);
    private final Outputs outputs = new Outputs(sql, clock, new Json());
    private Store store;
    private Plan plan;

    @BeforeEach
    void planAChunkTwice() {
        store = new FolderStore(folder.resolve("store"));
        Artwork artwork = new Artworks(sql, clock).findOrCreate("mila/sunset", "sunset");
        VideoFormats formats = new VideoFormats(sql, clock);
        long source = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/sunset.mp4", 1);
        long input = new Inputs(sql, clock).create(source, "sources/sunset.mp4", 1);
        Plans plans = new Plans(sql, clock);
        plan = plans.begin(artwork.id(), input, "test", "awaited");
        long format = formats.findOrCreate(artwork.id(), "SD");
        plans.add(
                plan.id(),
                new PlanRendition(format, "SD", input, "SOURCE", OptionalInt.of(1), "{}", "", OptionalInt.empty()));
        outputs.want(FINGERPRINT, "VIDEO");
        planned.add(planned(artwork, format, input, 0, 0), true);
        planned.add(planned(artwork, format, input, 1, LATER), true);
    }

    private PlannedChunk planned(Artwork artwork, long format, long input, int number, long start) {
        return new PlannedChunk(
                plan.id(),
                format,
                "SD",
                "{}",
                artwork.id(),
                input,
                OptionalInt.empty(),
                number,
                FINGERPRINT,
                start,
                2,
                8_008,
                "",
                "awaited",
                OptionalInt.empty(),
                "wanted");
    }

    @Test
    void itIsStoredForItsOtherTimeOnceAllOfItIsThere() throws Exception {
        Placement placement = new Placement(planned, outputs, store, folder);
        stores(0);

        placement.complete(plan.id());

        assertThat(outputs.placements(FINGERPRINT)).containsExactly(0L);
        stores(1);
        outputs.made(FINGERPRINT, 1000, Duration.ofSeconds(3), "8.1", "libx264");
        placement.complete(plan.id());
        assertThat(outputs.placements(FINGERPRINT)).containsExactly(0L, LATER);
        String there = MediaAddress.ofPlacement(FINGERPRINT, LATER) + "/";
        assertThat(store.size(there + MediaAddress.segment(0))).isPresent();
        assertThat(store.size(there + MediaAddress.segment(1))).isPresent();
    }

    /** As an encoder does that stores segments one by one: which pictures are in them is nothing to a placement. */
    private void stores(int number) throws Exception {
        WrittenSegment segment = segment();
        Path file = Files.move(segment.path(), folder.resolve(MediaAddress.segment(number)));
        store.putAll(MediaAddress.ofPlacement(FINGERPRINT, 0), List.of(file));
        outputs.place(FINGERPRINT, 0);
        new OutputFiles(sql, new Json())
                .segment(FINGERPRINT, new Segment(number, segment.durationTicks(), segment.bytes()), FINGERPRINT);
    }

    private WrittenSegment segment() throws Exception {
        Path recorded = Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
        ExpectedChunk expected = new ExpectedChunk(120, 120 * 1001, List.of(0L));
        return new SegmentWriter(1, 2002)
                .writeChunk(recorded, expected, 0, Files.createTempDirectory(folder, "segments"))
                .segments()
                .get(0);
    }
}

package atelier.processors.batch;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkLists;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.EditionSegment;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.GarbageQueries;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanHistory;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.UnusedOutputs;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small library on a real MariaDB, and a store in a folder or a bucket. Its outputs have two segments of text each. */
final class Library {
    final Clock clock;
    final JdbcClient sql;
    final TransactionTemplate transactions;
    final Store store;
    final Artworks artworks;
    final Outputs outputs;
    final OutputFiles files;
    final StoredOutputs stored;
    /** Outputs whose small pictures were to be made again. */
    final List<String> remade = new ArrayList<>();

    final PlannedChunks planned;
    final Plans plans;
    final Editions editions;
    final PlanHistory history;
    final VideoFormats formats;
    private final Inputs inputs;

    Library(Path folder, Clock clock) {
        this(new FolderStore(folder), clock);
    }

    Library(Store store, Clock clock) {
        var database = DatabaseForTests.freshCatalogue();
        this.clock = clock;
        sql = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        this.store = store;
        artworks = new Artworks(sql, clock);
        outputs = new Outputs(sql, clock, new Json());
        files = new OutputFiles(sql, new Json());
        stored = new StoredOutputs(sql);
        planned = new PlannedChunks(sql);
        plans = new Plans(sql, clock);
        editions = new Editions(sql, clock);
        history = new PlanHistory(sql);
        formats = new VideoFormats(sql, clock);
        inputs = new Inputs(sql, clock);
    }

    /** A fingerprint that people can read in a failure. */
    static String fingerprint(String name) {
        return String.format("%64s", name).replace(' ', '0').replaceAll("[^0-9a-f]", "0");
    }

    StoreCheck check() {
        return check(store);
    }

    StoreCheck check(Store watched) {
        return new StoreCheck(files, stored, remade::add, artworks, watched, transactions);
    }

    Garbage garbage(Duration retention) {
        GarbageQueries queries = new GarbageQueries(sql, clock);
        return new Garbage(
                List.of(store),
                new GarbageEditions(queries, artworks, store, transactions),
                garbageOutputs(store),
                garbageFolders(store),
                clock,
                retention);
    }

    GarbageOutputs garbageOutputs(Store watched) {
        return new GarbageOutputs(new UnusedOutputs(sql, clock), files, watched, transactions);
    }

    GarbageFolders garbageFolders(Store watched) {
        GarbageQueries queries = new GarbageQueries(sql, clock);
        return new GarbageFolders(
                queries, new UnusedOutputs(sql, clock), artworks, new ArtworkLists(sql), watched, transactions);
    }

    Artwork artwork(String slug) {
        Artwork artwork = artworks.findOrCreate(slug, slug);
        long format = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/" + slug, 1);
        artworks.begin(artwork.id(), inputs.create(format, "sources/" + slug, 1));
        return artworks.find(artwork.id()).orElseThrow();
    }

    /** A plan, followed from now on, by which the artwork's HD consists of those outputs. */
    Plan plan(Artwork artwork, String... fingerprints) {
        Plan plan = transactions.execute(status -> {
            long input = artwork.inputId().orElseThrow();
            Plan begun = plans.begin(artwork.id(), input, "test", "awaited");
            long format = formats.findOrCreate(artwork.id(), "HD");
            plans.add(
                    begun.id(),
                    new PlanRendition(format, "HD", input, "SOURCE", OptionalInt.of(1), "{}", "", OptionalInt.empty()));
            for (int number = 0; number < fingerprints.length; number++) {
                want(begun, format, number, fingerprints[number]);
            }
            plans.complete(begun.id());
            return begun;
        });
        return plans.find(plan.id()).orElseThrow();
    }

    private void want(Plan plan, long format, int number, String fingerprint) {
        boolean missing = outputs.want(fingerprint, "VIDEO");
        planned.add(
                new PlannedChunk(
                        plan.id(),
                        format,
                        "HD",
                        "{}",
                        plan.artworkId(),
                        plan.sourceId(),
                        OptionalInt.empty(),
                        number,
                        fingerprint,
                        0,
                        2,
                        10_000,
                        "",
                        "awaited",
                        OptionalInt.empty(),
                        "wanted"),
                missing);
    }

    /** Makes an output, placed at those start times. */
    void make(String fingerprint, long... starts) {
        StreamInfo info = new StreamInfo("avc1.640028", 90_000, 320, 180, 0, 0, 25);
        byte[] init = bytes("init of " + fingerprint);
        store.put(MediaAddress.init(fingerprint), init);
        files.init(fingerprint, info, init.length, hash(init));
        for (int number = 0; number < 2; number++) {
            byte[] content = bytes("segment " + number + " of " + fingerprint);
            for (long start : starts) {
                store.put(segment(fingerprint, start, number), content);
                outputs.place(fingerprint, start);
            }
            files.segment(fingerprint, new Segment(number, 450_000, content.length), hash(content));
        }
        outputs.made(fingerprint, 1000, Duration.ofSeconds(3), "8.1", "libx264");
    }

    static String segment(String fingerprint, long start, int number) {
        return MediaAddress.ofPlacement(fingerprint, start) + "/" + MediaAddress.segment(number);
    }

    /** Publishes what a plan consists of. */
    Edition edition(Artwork artwork, Plan plan, String state) {
        Edition edition = editions.begin(artwork.id(), plan.id(), state, List.of("HD"));
        int position = 0;
        for (PlannedChunk each : planned.of(plan.id())) {
            for (int number = 0; number < 2; number++) {
                editions.list(edition.id(), new EditionSegment("HD", position++, each.fingerprint(), 0, number));
            }
        }
        store.put(playlist(artwork, edition.number()), bytes("#EXTM3U"));
        return edition;
    }

    static String playlist(Artwork artwork, int edition) {
        return MediaAddress.ofEdition(artwork.slug(), edition, "HD.m3u8");
    }

    boolean isMade(String fingerprint) {
        return outputs.find(fingerprint).filter(found -> found.made()).isPresent();
    }

    boolean isStored(String key) {
        return store.size(key).isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] content) {
        try {
            return SegmentHash.of(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

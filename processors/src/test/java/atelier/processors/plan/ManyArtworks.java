package atelier.processors.plan;

import atelier.config.HardwareSettings;
import atelier.config.Home;
import atelier.config.OnDemandSettings;
import atelier.config.Recipe;
import atelier.processors.batch.BatchStep;
import atelier.processors.batch.DamageCheck;
import atelier.processors.batch.SourceCheck;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Batch;
import atelier.processors.catalog.Batches;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Demands;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.EncoderRests;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MissingEncoders;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.catalog.Timelines;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.sources.FolderSources;
import atelier.processors.store.StoreOfAll;
import atelier.processors.whole.WholeForm;
import atelier.processors.work.JobQueue;
import atelier.processors.work.RecordedSteps;
import atelier.processors.work.Urgency;
import atelier.processors.work.WorkEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A library of long films on a real MariaDB, whose files nobody needs: as the catalogue alone knows it. */
final class ManyArtworks implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String NUMBERS = "SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO %s"
            + " WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :many) SELECT %s FROM n";

    private final Json json = new Json();
    private final MariaDbPoolDataSource database;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final JobQueue jobs;
    private final Batches batches;
    private final Map<Long, Long> questions = new HashMap<>();
    private EncoderChoice encoders = EncoderChoice.SOFTWARE;
    private MemoryBound bound = MemoryBound.NONE;
    private Predicate<Target> awaited = target -> false;

    ManyArtworks(int artworks, int chunks) {
        database = pool(DatabaseForTests.freshCatalogueUrl());
        sql = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        batches = new Batches(sql, CLOCK);
        jobs = new WorkEngine(
                new TransactionAwareDataSourceProxy(database),
                new RecordedSteps(),
                new WorkEngine.Settings(
                        "never started", 1, 1, Duration.ofDays(1), 1, Duration.ofDays(1), Set.of("libx264")),
                CLOCK);
        fill(artworks, chunks);
    }

    /** @param changed whether SD has another recipe than before */
    BatchStep batchStep(boolean changed) {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        if (changed) {
            recipes.computeIfPresent("SD", (name, recipe) -> GraphForTests.raised(recipe));
        }
        return batchStep(recipes);
    }

    BatchStep batchStep(Map<String, Recipe> recipes) {
        Artworks artworks = new Artworks(sql, CLOCK);
        Inputs inputs = new Inputs(sql, CLOCK);
        VideoFormats formats = new VideoFormats(sql, CLOCK);
        PlannedChunks planned = new PlannedChunks(sql);
        StoreCheck store = new StoreCheck(
                new OutputFiles(sql, json),
                new StoredOutputs(sql),
                lost -> {
                    throw new IllegalStateException(lost + " is there");
                },
                artworks,
                new StoreOfAll(),
                transactions);
        Plans plans = new Plans(sql, CLOCK);
        OnDemand onDemand = new OnDemand(new Ladder(recipes), formats, plans);
        ArtworkViews views = new ArtworkViews(sql, artworks, formats, new Editions(sql, CLOCK), plans, onDemand);
        return new BatchStep(
                batches,
                artworks,
                new SourceCheck(
                        new FolderSources(new Home(Path.of("target"))), artworks, inputs, formats, jobs, transactions),
                new DamageCheck(planned, store, 1_000_000, CLOCK),
                replanStep(new Ladder(recipes), artworks, planned),
                new ArtworkChanges(views),
                jobs,
                transactions);
    }

    /** @param recipes of which some are made on demand */
    DemandStep demandStep(Map<String, Recipe> recipes, Clock clock) {
        Artworks artworks = new Artworks(sql, clock);
        PlannedChunks planned = new PlannedChunks(sql);
        Ladder ladder = new Ladder(recipes);
        ReplanStep replan = replanStep(ladder, artworks, planned);
        return new DemandStep(
                ladder,
                artworks,
                planned,
                new Demands(sql, clock),
                replan,
                jobs,
                new OnDemandSettings(10, Duration.ofDays(30)));
    }

    /** What is listed before it is made. */
    WholeForm wholeForm(OnDemand onDemand) {
        return new WholeForm(
                new Artworks(sql, CLOCK),
                new Plans(sql, CLOCK),
                new VideoFormats(sql, CLOCK),
                onDemand,
                new Timelines(sql, json),
                new Outputs(sql, CLOCK, json),
                new Inputs(sql, CLOCK),
                json,
                Duration.ofSeconds(6));
    }

    /** What follows where a device fails; from now on plans are for devices. */
    HardwareFallback fallback(HardwareSettings hardware) {
        EncoderRests rests = new EncoderRests(sql, CLOCK);
        encoders = new HardwareChoice(sql, json, rests, hardware);
        return new HardwareFallback(new Artworks(sql, CLOCK), new Plans(sql, CLOCK), rests, replanStep(), hardware);
    }

    /** Plans each artwork. */
    void plan() {
        ReplanStep replan = replanStep();
        sql.sql("SELECT id FROM artworks")
                .query(Long.class)
                .list()
                .forEach(id -> replan.replan(id, "test", Urgency.AWAITED));
    }

    /** From now on that rendition is planned when its film has been read. */
    void await(String rendition) {
        awaited = target -> target.name().equals(rendition);
    }

    /** From now on encoders may take so many bytes of memory. */
    void bound(long bytes) {
        bound = new MemoryBound(bytes);
    }

    /** Plans an artwork by other recipes. */
    void plan(Map<String, Recipe> recipes, long artwork) {
        replanStep(new Ladder(recipes), new Artworks(sql, CLOCK), new PlannedChunks(sql))
                .replan(artwork, "test", Urgency.AWAITED);
    }

    private ReplanStep replanStep() {
        return replanStep(new Ladder(GraphForTests.RECIPES), new Artworks(sql, CLOCK), new PlannedChunks(sql));
    }

    /** The database that it is in. */
    JdbcClient sql() {
        return sql;
    }

    private ReplanStep replanStep(Ladder ladder, Artworks artworks, PlannedChunks planned) {
        Plans plans = new Plans(sql, CLOCK);
        Outputs outputs = new Outputs(sql, CLOCK, json);
        return new ReplanStep(
                artworks, plans, planned, outputs, drafts(ladder), records(), planStep(), jobs, transactions);
    }

    /** Dry runs of plans. */
    PlanViews planViews(Map<String, Recipe> recipes) {
        return new PlanViews(
                new Artworks(sql, CLOCK),
                new Outputs(sql, CLOCK, json),
                drafts(new Ladder(recipes)),
                new MissingEncoders(sql));
    }

    private Drafts drafts(Ladder ladder) {
        SoundStep sounds = new SoundStep(
                new Planner(),
                new Sounds(sql, json),
                new Outputs(sql, CLOCK, json),
                new Artworks(sql, CLOCK),
                planStep(),
                transactions);
        return new Drafts(
                new Inputs(sql, CLOCK),
                new Overrides(sql, CLOCK),
                new VideoFormats(sql, CLOCK),
                new Chunks(sql, json),
                records(),
                sounds,
                new Targets(ladder, new Demands(sql, CLOCK)::ofForm, new OptionalRungs(encoders, sql), bound),
                awaited,
                new Planner(),
                json);
    }

    private PlanRecords records() {
        return new PlanRecords(new Plans(sql, CLOCK), new VideoFormats(sql, CLOCK), new Chunks(sql, json), json);
    }

    private PlanStep planStep() {
        return new PlanStep(
                new Planner(),
                new Chunks(sql, json),
                new Plans(sql, CLOCK),
                new PlannedChunks(sql),
                new Outputs(sql, CLOCK, json),
                new Artworks(sql, CLOCK),
                jobs,
                transactions,
                new PlanMeters(new SimpleMeterRegistry()));
    }

    /** Runs a batch to its end, as a job does. */
    Batch run(BatchStep step, boolean dryRun) {
        long id = step.begin("nightly", Urgency.NIGHTLY, dryRun);
        long before = questions();
        step.run(id);
        questions.put(id, questions() - before);
        return batches.find(id).orElseThrow();
    }

    /** How often the database was asked, for each artwork. */
    double queriesOf(Batch batch) {
        return questions.get(batch.id()) / (double) batch.artworks();
    }

    /** As if all that is wanted had been encoded. */
    void makeAll() {
        sql.sql("UPDATE outputs SET state = 'made', made_at = UTC_TIMESTAMP(3), file_bytes = 1000, bytes = 1000")
                .update();
        sql.sql(
                        "INSERT IGNORE INTO segments SELECT fingerprint, 0, 50000, 1000, NULL FROM outputs WHERE kind = 'VIDEO'")
                .update();
        sql.sql("INSERT IGNORE INTO placements SELECT fingerprint, 0 FROM outputs WHERE kind = 'VIDEO'")
                .update();
        sql.sql("DELETE FROM encode_jobs").update();
        sql.sql("UPDATE artworks SET state = 'ready'").update();
    }

    /** Encodes that are left to be done. */
    long jobs() {
        return sql.sql("SELECT COUNT(*) FROM encode_jobs").query(Long.class).single();
    }

    private long questions() {
        return sql.sql("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    private void fill(int artworks, int chunks) {
        insert(
                artworks,
                "artworks (id, slug, title, state, input_id, created_at, updated_at)",
                "i + 1, CONCAT('many/', i), 'Many', 'encoding', NULL, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)");
        insert(
                artworks,
                "video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)",
                "i + 1, i + 1, 'SOURCE', 'delivered', 'complete', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)");
        insert(
                artworks,
                "inputs (id, video_format_id, file_path, file_size, file_hash, media, chunk_count, created_at)",
                "i + 1, i + 1, 'nowhere', 1, SHA2(i, 256), " + "'"
                        + json.write(DeliveredFilms.source().media()) + "', " + chunks + ", UTC_TIMESTAMP(3)");
        sql.sql("UPDATE artworks SET input_id = id").update();
        for (int number = 0; number < chunks; number++) {
            String span = json.write(OutputFingerprintsTest.chunk("", number, number * 50_000L, List.of(0L))
                    .span());
            insert(
                    artworks,
                    "chunks (input_id, number, fingerprint, span)",
                    "i + 1, " + number + ", SHA2(CONCAT(i, ' ', " + number + "), 256), '" + span + "'");
        }
    }

    private void insert(int many, String table, String values) {
        sql.sql(NUMBERS.formatted(table, values)).param("many", many).update();
    }

    /** Frees its connections: the server has a hundred. */
    @Override
    public void close() {
        database.close();
    }

    private static MariaDbPoolDataSource pool(String url) {
        try {
            return new MariaDbPoolDataSource(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.config.Recipe;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.SoundSpan;
import atelier.processors.ladder.Ladder;
import atelier.processors.spherical.Sphere;
import atelier.processors.work.RecordedSteps;
import atelier.processors.work.Urgency;
import atelier.processors.work.WorkEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sound has its names in a plan by what it consists of, however often its film is read. */
class SoundNameTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String CONTENT = "c".repeat(64);
    private static final Index INDEX = new Index(1, 25, 125, Map.of(1, CONTENT), Optional.empty());

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Artworks artworks = new Artworks(sql, CLOCK);
    private final Plans plans = new Plans(sql, CLOCK);
    private final VideoFormats formats = new VideoFormats(sql, CLOCK);
    private final Chunks chunks = new Chunks(sql, new Json());
    private final PlanStep step = new PlanStep(
            new Planner(),
            chunks,
            plans,
            new PlannedChunks(sql),
            new Outputs(sql, CLOCK, new Json()),
            artworks,
            new WorkEngine(
                    new TransactionAwareDataSourceProxy(database),
                    new RecordedSteps(),
                    new WorkEngine.Settings(
                            "never started", 1, 1, Duration.ofDays(1), 1, Duration.ofDays(1), Set.of("aac")),
                    CLOCK),
            transactions,
            new PlanMeters(new SimpleMeterRegistry()));

    private final SoundStep sounds = new SoundStep(
            new Planner(),
            new Sounds(sql, new Json()),
            new Outputs(sql, CLOCK, new Json()),
            artworks,
            step,
            transactions);

    private PlanInput input;

    @BeforeEach
    void plan() {
        Delivered film = DeliveredFilms.source();
        long artwork = film.input().artworkId();
        artworks.findOrCreate("film", "Film");
        sql.sql("UPDATE artworks SET id = :id").param("id", artwork).update();
        formats.deliver(artwork, "SOURCE", "delivered", "sources/film", 1);
        sql.sql("UPDATE video_formats SET id = :id")
                .param("id", film.input().videoFormatId())
                .update();
        new Inputs(sql, CLOCK).create(film.input().videoFormatId(), "sources/film", 1);
        sql.sql("UPDATE inputs SET id = :id").param("id", film.input().id()).update();
        List<Target> targets = new Targets(new Ladder(GraphForTests.RECIPES)).of(List.of(film));
        PlanRecords records = new PlanRecords(plans, formats, chunks, new Json());
        Planning planning = transactions.execute(
                status -> records.begin(artwork, film, Sphere.PLAIN, targets, "test", Urgency.AWAITED));
        input = planning.of(film);
    }

    @Test
    void whoReadsAFilmAgainPlansTheSamePieces() {
        sounds.plan(input, List.of(piece(0)), Reasons.first());
        sounds.plan(input, List.of(piece(1)), Reasons.first());

        // The node died. Another one reads the film.
        sounds.plan(input, List.of(piece(0), piece(1)), Reasons.first());
        sounds.planWhole(input, INDEX, Reasons.first());

        assertThat(new PlannedChunks(sql).of(input.plan().id()))
                .extracting(PlannedChunk::number, PlannedChunk::sound, PlannedChunk::startTicks)
                .containsExactly(tuple(0, OptionalInt.of(1), 0L), tuple(1, OptionalInt.of(1), 245_760L));
        assertThat(named()).hasSize(2).doesNotContain(nameByContent());
    }

    @Test
    void aSoundWithoutPiecesIsNamedByAllOfIt() {
        sounds.planWhole(input, INDEX, Reasons.first());

        assertThat(named()).containsExactly(nameByContent());
    }

    @Test
    void whatWasMadeBeforeItsContentWasKnownIsFoundByIt() {
        sql.sql(
                        "INSERT INTO outputs (fingerprint, alias, kind, state, created_at) VALUES (?, ?, 'AUDIO', 'made', NOW())")
                .params("a".repeat(64), nameByContent())
                .update();

        sounds.planWhole(input, INDEX, Reasons.first());

        assertThat(new PlannedChunks(sql).of(input.plan().id()))
                .extracting(PlannedChunk::fingerprint)
                .containsExactly("a".repeat(64));
    }

    @Test
    void piecesThatWereCutForAnotherRateAreNotUsed() {
        Target target = sound();
        sounds.plan(input, List.of(piece(0)), Reasons.first());
        assertThat(sounds.pieces(target)).hasSize(1);

        sql.sql("UPDATE sound_pieces SET span = JSON_SET(span, '$.rate', 44100)")
                .update();

        assertThat(sounds.pieces(target)).isEmpty();
    }

    @Test
    void eachSoundOfAFilmIsPlannedOnceAndHasANameOfItsOwn() {
        Delivered film = DeliveredFilms.withSounds(3);
        List<Target> targets = new Targets(new Ladder(GraphForTests.RECIPES)).of(List.of(film));

        assertThat(targets)
                .filteredOn(each -> each.sound().isPresent())
                .extracting(Target::name, each -> each.sound().orElseThrow().index())
                .containsExactly(tuple("AUDIO", 2), tuple("AUDIO-2", 1), tuple("AUDIO-3", 3));
    }

    @Test
    void ambisonicSoundIsPlannedTwiceMixedDownAndToBeTurnedAndNoOther() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        recipes.put("ALLROUND", OutputFingerprintsTest.ambisonic());
        Targets targets = new Targets(new Ladder(recipes));

        assertThat(targets.of(List.of(DeliveredFilms.around())))
                .filteredOn(each -> each.sound().isPresent())
                .extracting(Target::name, Target::isOtherTrack)
                .as("the sound that all hear is first")
                .containsExactly(tuple("AUDIO", false), tuple("ALLROUND", true));
        assertThat(targets.of(List.of(DeliveredFilms.withSounds(2))))
                .extracting(Target::name)
                .doesNotContain("ALLROUND", "ALLROUND-2");
    }

    private static IndexedSound piece(int number) {
        SoundSpan.Window window = new SoundSpan.Window(OptionalDouble.empty(), 0, 1024, 48_000, OptionalLong.empty());
        SoundSpan span = new SoundSpan(
                48_000, number * 245_760L, List.of(245_760L), true, window, 0, 0, 0, 245_760, List.of(), 0);
        return new IndexedSound(1, number, "piece " + number, span);
    }

    private Target sound() {
        return input.targets().stream()
                .filter(each -> each.name().equals("AUDIO"))
                .findFirst()
                .orElseThrow();
    }

    private String nameByContent() {
        return OutputFingerprints.ofStream(CONTENT, 5000, sound());
    }

    private List<String> named() {
        return sql.sql("SELECT fingerprint FROM outputs WHERE kind = 'AUDIO'")
                .query(String.class)
                .list();
    }
}

package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import atelier.processors.work.RecordedSteps;
import atelier.processors.work.Urgency;
import atelier.processors.work.WorkEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sound has one name in a plan, however often its film is read. */
class SoundNameTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String CONTENT = "c".repeat(64);

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
        Planning planning =
                transactions.execute(status -> records.begin(artwork, film, targets, "test", Urgency.AWAITED));
        input = planning.of(film);
    }

    @Test
    void whoReadsAFilmAgainKeepsTheNameThatItsSoundGotFirst() {
        step.planAudio(input, Map.of(), 5000, Reasons.first());

        // The node died. Another one reads the film, of which something can be played by now: its sound is planned at
        // its end.
        step.planAudio(input, Map.of(1, CONTENT), 5000, Reasons.first());

        assertThat(sounds()).hasSize(1);
        assertThat(step.named(nameByContent())).isEqualTo(sounds().get(0));
    }

    @Test
    void aSoundThatIsPlannedOnceIsNamedByItsContent() {
        step.planAudio(input, Map.of(1, CONTENT), 5000, Reasons.first());

        assertThat(sounds()).containsExactly(nameByContent());
    }

    @Test
    void eachSoundOfAFilmIsPlannedOnceAndHasANameOfItsOwn() {
        Delivered film = DeliveredFilms.withSounds(3);
        List<Target> targets = new Targets(new Ladder(GraphForTests.RECIPES)).of(List.of(film));

        assertThat(targets)
                .filteredOn(each -> each.sound().isPresent())
                .extracting(Target::name, each -> each.sound().orElseThrow().index())
                .containsExactly(tuple("AUDIO", 2), tuple("AUDIO-2", 1), tuple("AUDIO-3", 3));
        assertThat(targets)
                .filteredOn(each -> each.sound().isPresent())
                .extracting(each -> OutputFingerprints.ofInput(7, each))
                .doesNotHaveDuplicates();
    }

    private String nameByContent() {
        return input.targets().stream()
                .filter(each -> each.name().equals("AUDIO"))
                .map(each -> OutputFingerprints.ofStream(CONTENT, 5000, each))
                .findFirst()
                .orElseThrow();
    }

    private List<String> sounds() {
        return sql.sql("SELECT fingerprint FROM outputs WHERE kind = 'AUDIO'")
                .query(String.class)
                .list();
    }
}

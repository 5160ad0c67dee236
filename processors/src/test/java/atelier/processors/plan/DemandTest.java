package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.HandClock;
import atelier.processors.catalog.Demands;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renditions that are made when somebody asks for them, in the catalogue. */
class DemandTest {
    private static final int CHUNKS = 3;

    private final HandClock clock = new HandClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final ManyArtworks library = new ManyArtworks(2, CHUNKS);
    private final JdbcClient sql = library.sql();
    private final Demands demands = new Demands(sql, clock);
    private final DemandStep step = library.demandStep(recipes(), clock);

    private static Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        recipes.computeIfPresent("HD", (name, recipe) -> GraphForTests.onDemand(recipe));
        return recipes;
    }

    @AfterEach
    void close() {
        library.close();
    }

    @BeforeEach
    void allThatIsEagerIsMade() {
        night();
    }

    private void night() {
        library.run(library.batchStep(recipes()), false);
        library.makeAll();
    }

    @Test
    void whatNobodyAskedForIsNotPlanned() {
        assertThat(planned("many/0")).containsExactly("SD", "TN");
        assertThat(library.jobs()).isZero();
    }

    @Test
    void whatSomebodyAsksForIsMadeForThatArtworkAlone() {
        assertThat(step.ask("many/0", "HD")).isTrue();

        assertThat(planned("many/0")).containsExactly("HD", "SD", "TN");
        assertThat(library.jobs()).isEqualTo(CHUNKS);
        assertThat(planned("many/1")).containsExactly("SD", "TN");
    }

    @Test
    void askedAgainItIsPlannedOnce() {
        step.ask("many/0", "HD");
        long plans = plans();

        assertThat(step.ask("many/0", "HD")).isTrue();

        assertThat(plans()).isEqualTo(plans);
        assertThat(library.jobs()).isEqualTo(CHUNKS);
    }

    @Test
    void whatIsEagerUnknownOrOfNoArtworkIsNotAskedFor() {
        assertThat(step.ask("many/0", "SD")).isFalse();
        assertThat(step.ask("many/0", "8K")).isFalse();
        assertThat(step.ask("nobody", "HD")).isFalse();
        assertThat(plans()).isEqualTo(2);
    }

    @Test
    void whatManyWatchIsMadeByNightBeforeAnybodyAsks() {
        viewed("many/1", 30, 8);
        viewed("many/0", 30, 18);

        step.ahead();
        library.run(library.batchStep(recipes()), false);

        assertThat(planned("many/1")).containsExactly("HD", "SD", "TN");
        assertThat(planned("many/0")).containsExactly("SD", "TN");
    }

    @Test
    void whatNobodyAsksForAnyMoreGoesAndIsMadeAgainForWhoAsks() {
        step.ask("many/0", "HD");
        step.ask("many/1", "HD");

        clock.advance(Duration.ofDays(29));
        step.ask("many/1", "HD");
        step.forget();
        assertThat(planned("many/0")).contains("HD");
        clock.advance(Duration.ofDays(2));
        step.forget();
        assertThat(planned("many/0")).containsExactly("SD", "TN");
        assertThat(planned("many/1")).contains("HD");

        step.ask("many/0", "HD");
        assertThat(planned("many/0")).contains("HD");
    }

    @Test
    void whatManyWatchStays() {
        step.ask("many/0", "HD");
        clock.advance(Duration.ofDays(31));
        demands.downloaded("many/0");
        viewed("many/0", 12, -30);

        step.forget();

        assertThat(planned("many/0")).contains("HD");
    }

    @Test
    void theMoreAnArtworkIsAskedForTheSoonerItsRenditionsAreMade() {
        viewed("many/1", 100, 0);

        step.ask("many/0", "HD");
        step.ask("many/1", "HD");

        assertThat(sql.sql("SELECT task_instance FROM encode_jobs ORDER BY priority DESC")
                        .query(String.class)
                        .list()
                        .get(0))
                .isIn(sql.sql("""
                                SELECT r.fingerprint FROM rendition_chunks r JOIN video_formats f ON f.id = r.video_format_id
                                WHERE f.artwork_id = 2 AND f.format_type = 'HD'""").query(String.class).list());
    }

    private long plans() {
        return sql.sql("SELECT COUNT(*) FROM plans").query(Long.class).single();
    }

    private List<String> planned(String slug) {
        return sql.sql("""
                        SELECT DISTINCT f.format_type FROM artworks a JOIN rendition_chunks r ON r.plan_id = a.plan_id
                        JOIN video_formats f ON f.id = r.video_format_id WHERE a.slug = ? ORDER BY f.format_type""").params(slug).query(String.class).list();
    }

    private void viewed(String slug, int views, int daysAgo) {
        sql.sql("INSERT INTO viewing_days (artwork_id, day, views) SELECT id, ?, ? FROM artworks WHERE slug = ?")
                .params(LocalDate.parse("2026-05-01").minusDays(daysAgo), views, slug)
                .update();
    }
}

package atelier.processors.notify.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the catalogue's tables make of changes: one event each, in the transaction of the change. */
@TestInstance(Lifecycle.PER_CLASS)
class EventsByTriggerTest {
    private final Clock clock = Clock.systemUTC();
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Artworks artworks = new Artworks(sql, clock);
    private final VideoFormats formats = new VideoFormats(sql, clock);
    private final Inputs inputs = new Inputs(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final Editions editions = new Editions(sql, clock);
    private Artwork artwork;
    private long source;

    @BeforeEach
    void anArtworkIsIngested() {
        sql.sql("DELETE FROM webhook_events").update();
        sql.sql("DELETE FROM artworks").update();
        artwork = artworks.findOrCreate("mila/\"sun\\set\" é", "Sunset");
        source = deliver();
        artworks.begin(artwork.id(), source);
    }

    private long deliver() {
        long format = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/sunset.mp4", 1);
        return inputs.create(format, "sources/sunset.mp4", 1);
    }

    private List<String> events() {
        return sql.sql("SELECT type FROM webhook_events ORDER BY id")
                .query(String.class)
                .list();
    }

    private String data(String type) {
        return sql.sql("SELECT data FROM webhook_events WHERE type = ?")
                .params(type)
                .query(String.class)
                .single();
    }

    @Test
    void aNewSourceIsAnnouncedAndTheWayBackToTheOneBeforeIsNot() {
        long second = deliver();
        artworks.begin(artwork.id(), second);
        artworks.begin(artwork.id(), source);

        assertThat(events()).containsExactly("artwork.ingested", "artwork.ingested");
        assertThat(sql.sql("SELECT data FROM webhook_events LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"slug\": \"mila/\\\"sun\\\\set\\\" é\", \"title\": \"Sunset\"}");
    }

    @Test
    void onlyTheFirstTimeThatItCanBePlayedIsAnnounced() {
        artworks.firstPlayable(artwork.id());
        artworks.firstPlayable(artwork.id());
        artworks.published(artwork.id());

        assertThat(events()).containsExactly("artwork.ingested", "artwork.playable");
    }

    @Test
    void aRenditionIsReadyOnceAndFailsWithItsReason() {
        long input = formats.find(artwork.id(), "SOURCE").orElseThrow().id();
        long hd = formats.plan(artwork.id(), "HD", "encoded", input, "", 1920, 1080);
        long sd = formats.plan(artwork.id(), "SD", "encoded", input, "", 722, 406);
        formats.state(hd, "ready", Optional.empty());
        formats.complete(hd, "ab".repeat(32), 1);
        formats.state(sd, "failed", Optional.of("It is \"bad\"."));
        formats.state(sd, "failed", Optional.of("It is \"bad\"."));

        assertThat(events()).containsExactly("artwork.ingested", "rendition.ready", "rendition.failed");
        assertThat(data("rendition.ready")).contains("\"rendition\": \"HD\"", "\"width\": 1920");
        assertThat(data("rendition.failed")).contains("\"rendition\": \"SD\"", "It is \\\"bad\\\".");
    }

    @Test
    void aFailureIsAnnouncedAgainAfterARetry() {
        artworks.fail(artwork.id(), "Bad.");
        artworks.fail(artwork.id(), "Bad.");
        artworks.transition(
                artwork.id(), source, List.of(ArtworkState.FAILED), ArtworkState.ENCODING, Optional.empty());
        artworks.fail(artwork.id(), "Bad.");

        assertThat(events()).containsExactly("artwork.ingested", "artwork.failed", "artwork.failed");
    }

    @Test
    void aSealedEditionIsAnnouncedButNeitherAGrowingNorAWithdrawnOne() {
        Plan plan = plans.begin(artwork.id(), source, "test", "awaited");
        editions.begin(artwork.id(), plan.id(), "growing", List.of("HD"));
        transactions.executeWithoutResult(status -> {
            Edition refused = editions.begin(artwork.id(), plan.id(), "sealed", List.of("HD"));
            editions.withdraw(refused.id());
        });
        editions.begin(artwork.id(), plan.id(), "sealed", List.of("HD"));

        assertThat(events()).containsExactly("artwork.ingested", "edition.sealed");
        assertThat(data("edition.sealed")).contains("\"edition\": 2");
    }

    @Test
    void whatIsRolledBackDidNotHappen() {
        transactions.executeWithoutResult(status -> {
            artworks.fail(artwork.id(), "Bad.");
            status.setRollbackOnly();
        });

        assertThat(events()).containsExactly("artwork.ingested");
    }
}

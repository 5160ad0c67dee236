package atelier.processors.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.embedded.DatabaseForTests;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What players tell, on its way into the tables. */
@TestInstance(Lifecycle.PER_CLASS)
class ViewingTest {
    private static final Instant EVENING = Instant.parse("2026-05-01T23:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);
    private final java.time.InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final Artworks artworks = new Artworks(sql, clock);
    private final Viewing viewing =
            new Viewing(artworks, sql, new TransactionTemplate(new JdbcTransactionManager(database)), clock);

    private boolean tell(String slug, String events) {
        String text = "{\"session\":\"abcdef-12\",\"slug\":\"" + slug + "\",\"events\":[" + events + "]}";
        return viewing.keep(new BatchReader().read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int events() {
        return sql.sql("SELECT COUNT(*) FROM viewing_events")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatPlayersTellIsRolledUpByDay() {
        now.set(EVENING);
        artworks.findOrCreate("mila/days", "Days");
        tell(
                "mila/days",
                "{\"type\":\"start\"},{\"type\":\"first-frame\",\"value\":200},{\"type\":\"watched\",\"value\":10}");
        tell(
                "mila/days",
                "{\"type\":\"first-frame\",\"value\":400},{\"type\":\"stall\",\"value\":1500},{\"type\":\"seek\"}");
        now.set(EVENING.plus(Duration.ofHours(2)));
        tell(
                "mila/days",
                "{\"type\":\"watched\",\"value\":7.5},{\"type\":\"switch\"},{\"type\":\"complete\"},{\"type\":\"error\"}");
        CmcdTally tally = new CmcdTally();
        tally.add(new Cmcd("mila/days", 1000, OptionalDouble.of(8000), true));
        tally.add(new Cmcd("mila/days", 3000, OptionalDouble.empty(), false));
        tally.add(new Cmcd("no/such", 3000, OptionalDouble.empty(), false));
        viewing.keep(tally);

        OptionalDouble none = OptionalDouble.empty();
        assertThat(viewing.days("mila/days", 30).orElseThrow())
                .containsExactly(
                        new ViewingDay(
                                LocalDate.of(2026, 5, 2),
                                0,
                                7.5,
                                1,
                                none,
                                0,
                                0,
                                1,
                                0,
                                1,
                                OptionalDouble.of(2000),
                                OptionalDouble.of(8000)),
                        new ViewingDay(
                                LocalDate.of(2026, 5, 1),
                                2,
                                10,
                                0,
                                OptionalDouble.of(300),
                                1,
                                1.5,
                                0,
                                1,
                                0,
                                none,
                                none));
    }

    @Test
    void ofWhatThereIsNotNothingIsKept() {
        int before = events();

        assertThat(tell("no/such", "{\"type\":\"start\"}")).isFalse();

        assertThat(events()).isEqualTo(before);
        assertThat(viewing.days("no/such", 30)).isEmpty();
    }

    @Test
    void rawEventsAreForgottenAfterThirtyDaysAndTheirDaysAreNot() {
        now.set(EVENING);
        sql.sql("DELETE FROM viewing_events").update();
        artworks.findOrCreate("mila/old", "Old");
        tell("mila/old", "{\"type\":\"first-frame\",\"value\":200}");
        now.set(EVENING.plus(Duration.ofDays(29)));
        tell("mila/old", "{\"type\":\"watched\",\"value\":3}");

        now.set(EVENING.plus(Duration.ofDays(31)));
        viewing.forget();

        assertThat(events()).isEqualTo(1);
        assertThat(viewing.days("mila/old", 30).orElseThrow()).hasSize(2);
    }

    @Test
    void noMoreIsTakenThanPlayersTell() {
        now.set(EVENING);
        RateLimit rate = new RateLimit(clock, 2, 5);

        assertThat(rate.allows("one")).isTrue();
        assertThat(rate.allows("one")).isTrue();
        assertThat(rate.allows("one")).isFalse();
        assertThat(rate.allows("two")).isTrue();
        assertThat(rate.allows("three")).isTrue();
        assertThat(rate.allows("four")).isTrue();
        assertThat(rate.allows("five")).isFalse();
        now.set(EVENING.plusSeconds(10));
        assertThat(rate.allows("one")).isTrue();
    }
}

package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AudienceTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());

    private Audience after(int seconds) {
        return new Audience(sql, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC), Duration.ofSeconds(10));
    }

    @Test
    void whatNobodyWatchesIsNeededByNobody() {
        after(0).seen("another/film");

        assertThat(after(1).needs("mila/film")).isZero();
    }

    @Test
    void whoBeganAWhileAgoMayBeThatFarAndNeedsTheLeadMore() {
        after(0).seen("mila/film");
        after(15).seen("mila/film");

        assertThat(after(18).needs("mila/film")).isEqualTo(Duration.ofSeconds(28));
    }

    @Test
    void whoAsksNoMoreIsGone() {
        after(0).seen("mila/film");

        assertThat(after(21).needs("mila/film")).isZero();
    }

    @Test
    void whoComesBackBeginsAnew() {
        after(0).seen("mila/film");
        after(60).seen("mila/film");

        assertThat(after(61).needs("mila/film")).isEqualTo(Duration.ofSeconds(11));
    }
}

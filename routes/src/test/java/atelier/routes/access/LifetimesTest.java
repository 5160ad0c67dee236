package atelier.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T10:00:07Z"));
    private final Lifetimes lifetimes = new Lifetimes(Duration.ofHours(1), clock);

    @Test
    void aLongFilmsLastSegmentHoldsWhenAViewerComesToIt() {
        Instant end = clock.instant().plus(Duration.ofHours(4));

        assertThat(lifetimes.until(Duration.ofHours(3))).isBetween(end, end.plus(Duration.ofMinutes(15)));
    }

    @Test
    void forAQuarterOfTheTimeAllAreGivenTheSame() {
        clock.advance(Duration.ofMillis(900_000 - clock.millis() % 900_000));
        Instant first = lifetimes.until(Duration.ZERO);

        clock.advance(Duration.ofMinutes(14));
        assertThat(lifetimes.until(Duration.ZERO)).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        assertThat(lifetimes.until(Duration.ZERO)).isEqualTo(first.plus(Duration.ofMinutes(15)));
    }

    @Test
    void nothingHoldsLongerThanABucketAllows() {
        Duration held = Duration.between(lifetimes.begun(), lifetimes.until(Duration.ofDays(30)));

        assertThat(held).isEqualTo(Duration.ofDays(7));
    }
}

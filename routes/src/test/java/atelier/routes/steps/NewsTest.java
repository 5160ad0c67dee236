package atelier.routes.steps;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewsTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final News news = new News(clock, Duration.ofMinutes(10));

    @Test
    void theSameIsSaidOnceInAWhile() {
        assertThat(news.isNew("11", "the store is away")).isTrue();
        assertThat(news.isNew("11", "the store is away")).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(news.isNew("11", "the store is away")).isTrue();
    }

    @Test
    void somethingElseOrOfAnotherArtworkIsNews() {
        assertThat(news.isNew("11", "the store is away")).isTrue();
        assertThat(news.isNew("11", "the disk is full")).isTrue();
        assertThat(news.isNew("12", "the disk is full")).isTrue();
    }

    @Test
    void itDoesNotRememberEverythingForEver() {
        assertThat(news.isNew("0", "x")).isTrue();
        for (int about = 1; about <= 1000; about++) {
            news.isNew(Integer.toString(about), "x");
        }
        assertThat(news.isNew("0", "x")).isTrue();
    }
}

package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the catalogue keeps of who may see what. */
class PrivateCatalogueTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Artworks artworks = new Artworks(sql, clock);
    private final ArtworkLists lists = new ArtworkLists(sql);

    private List<String> listed(Access access) {
        return lists.page("", access, 0, 10).stream().map(Artwork::slug).toList();
    }

    @Test
    void anOwnersListHasTheirFoldersAlone() {
        List.of("mila/sunset", "mila /other", "milan/tide", "mila", "noor/mila")
                .forEach(it -> artworks.findOrCreate(it, it));
        Access mila = Access.to(Set.of("mila"));

        assertThat(listed(mila)).containsExactlyInAnyOrder("mila/sunset", "mila");
        assertThat(lists.count("", mila)).isEqualTo(2);
        assertThat(lists.count("sun", mila)).isEqualTo(1);
        assertThat(listed(Access.to(Set.of("mila", "noor")))).hasSize(3);
        assertThat(listed(Access.to(Set.of()))).isEmpty();
        assertThat(listed(Access.ALL)).hasSize(5);
    }

    @Test
    void allNodesSignWithTheSameKeyForADay() {
        PlaybackKeys one = new PlaybackKeys(sql, clock);
        PlaybackKeys two = new PlaybackKeys(sql, clock);

        long first = one.current().id();

        assertThat(two.current().id()).isEqualTo(first);
        assertThat(two.current().secret()).isEqualTo(one.current().secret()).hasSize(32);
        clock.advance(Duration.ofHours(25));
        assertThat(one.current().id()).isGreaterThan(first);
        assertThat(two.find(one.current().id())).isPresent();
        assertThat(two.current().id()).isEqualTo(one.current().id());
    }

    @Test
    void aKeyGoesWhenNothingHoldsAnyMoreThatItSigned() {
        PlaybackKeys keys = new PlaybackKeys(sql, clock);
        long first = keys.current().id();

        clock.advance(Duration.ofDays(8));
        keys.current();
        assertThat(keys.find(first)).isPresent();
        clock.advance(Duration.ofDays(2));
        keys.current();

        assertThat(keys.find(first)).isEmpty();
    }
}

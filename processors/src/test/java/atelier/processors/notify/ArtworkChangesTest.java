package atelier.processors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class ArtworkChangesTest {
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Clock clock = Clock.systemUTC();
    private final Artworks artworks = new Artworks(sql, clock);
    private final VideoFormats formats = new VideoFormats(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final ArtworkChanges changes = new ArtworkChanges(new ArtworkViews(
            sql,
            artworks,
            formats,
            new Editions(sql, clock),
            plans,
            new OnDemand(new Ladder(Map.of()), formats, plans)));
    private final long film = artworks.findOrCreate("film", "0").id();

    @Test
    void manyChangesAtOnceAreToldByOneWhoLooksAfterTheLast() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> titles = new CopyOnWriteArrayList<>();
        changes.listen(view -> {
            titles.add(view.title());
            told.countDown();
            await(goOn);
        });
        Thread slow = begun();
        await(told);

        Thread waits = begun();
        while (waits.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        for (int change = 1; change <= 5; change++) {
            sql.sql("UPDATE artworks SET title = :title").param("title", change).update();
            changes.changed(film); // Does not wait.
        }
        goOn.countDown();
        slow.join();
        waits.join();

        assertThat(titles).containsExactly("0", "5");
    }

    @Test
    void changesOneAfterTheOtherAreToldOneByOne() {
        List<String> titles = new CopyOnWriteArrayList<>();
        changes.listen(view -> titles.add(view.title()));

        for (int change = 1; change <= 3; change++) {
            sql.sql("UPDATE artworks SET title = :title").param("title", change).update();
            changes.changed(film);
        }

        assertThat(titles).containsExactly("1", "2", "3");
    }

    private Thread begun() {
        Thread thread = new Thread(() -> changes.changed(film));
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

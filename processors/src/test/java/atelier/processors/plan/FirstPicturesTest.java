package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstPicturesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Clock clock = Clock.systemUTC();
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Editions editions = new Editions(sql, clock);
    private Artwork artwork;
    private Plan plan;

    @BeforeEach
    void planAFilm() {
        artwork = new Artworks(sql, clock).findOrCreate("mila/sunset", "sunset");
        long source = new VideoFormats(sql, clock).deliver(artwork.id(), "SOURCE", "delivered", "sources/a.mp4", 1);
        long input = new Inputs(sql, clock).create(source, "sources/a.mp4", 1);
        plan = new Plans(sql, clock).begin(artwork.id(), input, "test", "awaited");
    }

    private Thread waiting(Duration most) {
        Thread reader = new Thread(() -> new FirstPictures(editions, most).await(artwork.id()));
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    @Test
    void readingGoesOnOnceTheFilmCanBePlayed() {
        Thread reader = waiting(LONG);
        await().atMost(PATIENCE).until(() -> reader.getState() == Thread.State.TIMED_WAITING);

        editions.begin(artwork.id(), plan.id(), "growing", List.of("SD"));

        await().atMost(PATIENCE).until(() -> !reader.isAlive());
    }

    @Test
    void readingGoesOnWhereTheFirstPicturesAreLate() {
        Thread reader = waiting(Duration.ofMillis(100));

        await().atMost(PATIENCE).until(() -> !reader.isAlive());
        assertThat(editions.current(artwork.id())).isEmpty();
    }
}

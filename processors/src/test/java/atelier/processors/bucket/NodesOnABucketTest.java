package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Bucket.After;
import atelier.processors.s3.Fault;
import atelier.processors.s3.FaultyS3;
import atelier.processors.s3.S3Clients;
import atelier.processors.s3.S3ForTests;
import atelier.processors.work.FetchEngine;
import atelier.processors.work.WorkViews;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import software.amazon.awssdk.services.s3.S3Client;

/** Nodes that fetch from buckets while others do, or while the bucket is away. */
class NodesOnABucketTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int FILMS = 8;

    @TempDir
    Path folder;

    private final List<FetchEngine> engines = new ArrayList<>();

    @AfterEach
    void stop() {
        engines.forEach(FetchEngine::close);
    }

    @Test
    void takeEachObjectOnceTogether() throws Exception {
        Deliveries one = new Deliveries(folder, After.MOVE);
        Deliveries other = one.beside();
        for (int film = 0; film < FILMS; film++) {
            one.put("in/film-" + film + ".mp4", "film " + film);
        }
        engines.add(one.start("one"));
        engines.add(other.start("other"));

        Thread beside = new Thread(() -> other.notice.look(other.watched));
        beside.start();
        one.notice.look(one.watched);
        for (int film = 0; film < FILMS; film++) {
            one.hearOnly("in/film-" + film + ".mp4");
            other.hearOnly("in/film-" + film + ".mp4");
        }
        beside.join();

        await().atMost(PATIENCE).until(() -> {
            one.notice.sweep(); // What was announced in the very instant in which its job ended has none.
            return one.isIdle();
        });
        assertThat(one.taken() + other.taken()).isEqualTo(FILMS);
        assertThat(one.keys()).hasSize(FILMS).allMatch(key -> key.startsWith("taken/"));
        assertThat(one.reports.problems(one.bucket, "", 10)).isEmpty();
    }

    @Test
    void goOnByThemselvesWhenTheBucketIsBack() throws Exception {
        try (FaultyS3 between = FaultyS3.before(S3ForTests.endpoint());
                S3Client client = S3Clients.of(S3ForTests.settings(between.endpoint()), S3ForTests.credentials())) {
            Deliveries node = new Deliveries(folder, After.LEAVE, client, ObjectMove.LARGEST_COPY);
            node.put("in/sunset.mp4", "a film");
            between.always(new Fault.Answer(403, "ExpiredToken"));
            engines.add(node.start("one"));

            node.hearOnly("in/sunset.mp4");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.sql
                                    .sql("SELECT reason FROM job_failures WHERE task = 'fetch' AND failures > 3")
                                    .query(String.class)
                                    .list())
                            .containsExactly("credentials refused"));
            assertThat(new WorkViews(node.sql, new JdbcTransactionManager(node.database), Clock.systemUTC())
                            .page(WorkViews.Filter.ALL, 0, 10, Optional.empty())
                            .jobs())
                    .singleElement()
                    .satisfies(job -> assertThat(job.artwork()).contains("sunset"))
                    .satisfies(job ->
                            assertThat(job.failure().orElseThrow().error()).contains("Renew them"));
            between.heal();

            await().atMost(PATIENCE).until(() -> node.taken() == 1);
            await().atMost(PATIENCE).until(node::isIdle);
            assertThat(node.source("sunset")).hasContent("a film");
        }
    }

    @Test
    void giveUpAnObjectThatAloneCannotBeHadUntilSomebodySaysSo() throws Exception {
        try (FaultyS3 between = FaultyS3.before(S3ForTests.endpoint());
                S3Client client = S3Clients.of(S3ForTests.settings(between.endpoint()), S3ForTests.credentials())) {
            Deliveries node = new Deliveries(folder, After.LEAVE, client, ObjectMove.LARGEST_COPY);
            node.put("in/locked.mp4", "a film");
            between.fault(
                    request -> request.contains("locked"), new Fault.Answer(403, "AccessDenied"), Integer.MAX_VALUE);
            engines.add(node.start("one"));
            node.hearOnly("in/locked.mp4");
            AtomicInteger others = new AtomicInteger();

            await().atMost(PATIENCE).until(() -> {
                String other = "in/other-" + others.incrementAndGet() + ".mp4";
                node.put(other, other);
                node.hearOnly(other);
                return node.outcome("in/locked.mp4").equals(Optional.of("failed"));
            });
            node.notice.sweep();
            await().atMost(PATIENCE).until(node::isIdle);
            assertThat(node.reports.problems(node.bucket, "in/", 5))
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem.error()).contains("Allow what docs/s3.md and docs/s3-in.md list."));

            between.heal();
            node.notices.again(node.id("in/locked.mp4"));
            node.notice.sweep();

            await().atMost(PATIENCE).until(() -> node.outcome("in/locked.mp4").equals(Optional.of("taken")));
        }
    }
}

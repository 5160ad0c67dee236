package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ladder.Ladder;
import atelier.processors.work.WorkViews.Filter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What people see of work, on a real MariaDB. */
class WorkViewsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final WorkViews views =
            new WorkViews(sql, new JdbcTransactionManager(database), Clock.fixed(NOON, ZoneOffset.UTC));

    /** An artwork whose HD has three chunks: one fails, one runs, one waits; and one that is being read. */
    @BeforeEach
    void fill() {
        run("INSERT INTO artworks (id, slug, title, state, created_at, updated_at)"
                + " VALUES (1, 'mila/sunset', 'Sunset', 'encoding', '2026-05-01', '2026-05-01'),"
                + " (2, 'noor/rain', 'Rain', 'ingesting', '2026-05-01', '2026-05-01')");
        run("INSERT INTO video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)"
                + " VALUES (1, 1, 'SOURCE', 'delivered', 'complete', '2026-05-01', '2026-05-01'),"
                + " (2, 1, 'HD', 'encoded', 'waiting', '2026-05-01', '2026-05-01'),"
                + " (3, 2, 'SOURCE', 'delivered', 'waiting', '2026-05-01', '2026-05-01')");
        run("INSERT INTO inputs (id, video_format_id, file_path, file_size, created_at)"
                + " VALUES (1, 1, 'a', 1, '2026-05-01'), (2, 3, 'b', 1, '2026-05-01 11:00:00')");
        run("INSERT INTO plans (id, artwork_id, number, source_id, cause, created_at)"
                + " VALUES (1, 1, 1, 1, 'delivered', '2026-05-01')");
        run("UPDATE artworks SET plan_id = 1 WHERE id = 1");
        for (String each : List.of("0 fails failed", "1 runs wanted", "2 waits wanted")) {
            String[] part = each.split(" ");
            run("INSERT INTO outputs (fingerprint, kind, state, created_at) VALUES ('" + part[1] + "', 'VIDEO', '"
                    + part[2] + "', '2026-05-01 11:30:00')");
            run("INSERT INTO rendition_chunks (plan_id, video_format_id, input_id, number, fingerprint, start_ticks,"
                    + " expected_segments, duration_ms, reason) VALUES (1, 2, 1, " + part[0] + ", '" + part[1]
                    + "', 0, 1, 10000, 'new')");
        }
        leave("encode_jobs", "encode", "runs", "2026-05-01 11:59:00", true);
        leave("encode_jobs", "encode", "waits", "2026-05-01 11:59:00", false);
        leave("read_jobs", "read", "2", "2026-05-01 11:59:00", false);
        JobRuns runs = new JobRuns(sql, Clock.fixed(NOON.minusSeconds(30), ZoneOffset.UTC));
        runs.begin(new JobRef("encode", "runs", 1, "a"));
        runs.progress("encode", "runs", 0.25);
        fail("fails");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    private void leave(String table, String task, String id, String due, boolean picked) {
        run("INSERT INTO " + table + " (task_name, task_instance, execution_time, picked, picked_by, version, priority)"
                + " VALUES ('" + task + "', '" + id + "', '" + due + "', " + picked + ", "
                + (picked ? "'a'" : "NULL") + ", 1, 5)");
    }

    private void fail(String fingerprint) {
        Clock before = Clock.fixed(NOON.minusSeconds(60), ZoneOffset.UTC);
        Failure failure = Failure.of(new IllegalStateException("it does not work"));
        new JobFailures(sql, before)
                .record(
                        new JobRef("encode", fingerprint, 5, "a"),
                        failure,
                        new FailureHistory(3, 3, 0, false),
                        new Verdict.GiveUp(FailureClass.POISON));
    }

    private WorkPage page(Filter filter, int offset, int limit) {
        return views.page(filter, offset, limit, Optional.empty());
    }

    @Test
    void whatRunsSaysHowFarItIsWhereAndWhenItWillBeDone() {
        assertThat(page(Filter.RUNNING, 0, 10).jobs()).singleElement().satisfies(job -> {
            assertThat(job.artwork()).contains("mila/sunset");
            assertThat(job.rendition()).contains("HD");
            assertThat(job.chunk()).hasValue(1);
            assertThat(job.progress()).isEqualTo(0.25);
            assertThat(job.node()).contains("a");
            assertThat(job.attempts()).isEqualTo(1);
            assertThat(job.since()).contains(NOON.minusSeconds(30));
            assertThat(job.estimatedEnd()).contains(NOON.plusSeconds(90));
            assertThat(job.waitsFor()).isEmpty();
        });
    }

    @Test
    void aJobThatIsClaimedMeanwhileIsThereOnce() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> claiming = Executors.newSingleThreadExecutor().submit(() -> {
            while (!over.get()) {
                run("UPDATE encode_jobs SET picked = NOT picked WHERE task_instance = 'waits'");
            }
        });
        for (int i = 0; i < 200; i++) {
            assertThat(page(Filter.ALL, 0, 10).jobs())
                    .extracting(WorkItem::id)
                    .containsExactlyInAnyOrder("runs", "waits", "2", "fails");
        }
        over.set(true);
        claiming.get();
    }

    @Test
    void whatWaitsSaysWhatFor() {
        assertThat(page(Filter.WAITING, 0, 10).jobs())
                .extracting(
                        WorkItem::id,
                        job -> job.waitsFor().orElseThrow(),
                        job -> job.since().orElseThrow())
                .containsExactly(
                        tuple("2", "a free reader", Instant.parse("2026-05-01T11:00:00Z")),
                        tuple("waits", "a free slot", Instant.parse("2026-05-01T11:30:00Z")));
    }

    @Test
    void whatBacksOffSaysUntilWhenAndWhy() {
        Clock before = Clock.fixed(NOON, ZoneOffset.UTC);
        new JobFailures(sql, before)
                .record(
                        new JobRef("encode", "waits", 5, "a"),
                        Failure.of(new IOException("No space left on device")),
                        new FailureHistory(1, 0, 0, false),
                        new Verdict.Again(Duration.ofMinutes(2)));
        run("UPDATE encode_jobs SET execution_time = '2026-05-01 12:02:00' WHERE task_instance = 'waits'");

        WorkItem job = page(Filter.WAITING, 1, 1).jobs().get(0);

        assertThat(job.waitsFor()).contains("its next try, backing off: disk full");
        assertThat(job.until()).contains(NOON.plusSeconds(120));
        assertThat(job.attempts()).isEqualTo(1);
    }

    @Test
    void whatFailedSaysHow() {
        assertThat(page(Filter.FAILED, 0, 10).jobs()).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo("failed");
            assertThat(job.artwork()).contains("mila/sunset");
            assertThat(job.attempts()).isEqualTo(3);
            assertThat(job.failure().orElseThrow().kind()).isEqualTo("poison");
            assertThat(job.failure().orElseThrow().error()).isEqualTo("it does not work");
        });
    }

    @Test
    void aFailureThatIsTriedAgainIsHistory() {
        run("UPDATE outputs SET state = 'wanted' WHERE fingerprint = 'fails'");

        assertThat(page(Filter.FAILED, 0, 10).jobs()).isEmpty();
        assertThat(page(Filter.FAILED, 0, 10).failed()).isZero();
    }

    @Test
    void pagesHoldEachJobOnce() {
        List<String> ids = IntStream.range(0, 6)
                .mapToObj(offset -> page(Filter.ALL, offset, 1))
                .flatMap(page -> page.jobs().stream())
                .map(WorkItem::id)
                .toList();

        assertThat(ids).containsExactly("runs", "2", "waits", "fails");
        assertThat(page(Filter.ALL, 0, 10).jobs()).extracting(WorkItem::id).containsExactlyElementsOf(ids);
        assertThat(page(Filter.ALL, 1, 2).jobs()).extracting(WorkItem::id).containsExactly("2", "waits");
    }

    @Test
    void anArtworkThatNoJobIsThereForIsNamed() {
        assertThat(page(Filter.ALL, 0, 10).unattended()).isEmpty();

        run("DELETE FROM read_jobs");
        run("DELETE FROM encode_jobs");

        assertThat(page(Filter.ALL, 0, 10).unattended()).containsExactlyInAnyOrder("mila/sunset", "noor/rain");
    }

    @Test
    void whatWantsAnEncoderThatNoNodeHasSaysSoUntilOneComes() {
        run("UPDATE encode_jobs SET task_name = 'encode-libx265' WHERE task_instance = 'waits'");
        node("gone", "libx264,libx265", "encode", "UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE");
        node("watches", "libx264,libx265", "watch,serve", "UTC_TIMESTAMP(3)");
        node("encodes", "libx264", "encode", "UTC_TIMESTAMP(3)");

        assertThat(chunkThatWaits()).contains("a node whose FFmpeg has libx265: none that runs does");
        assertThat(page(Filter.WAITING, 1, 1).jobs().get(0).estimatedEnd()).isEmpty();
        assertThat(rendition()).contains("a node whose FFmpeg has libx265: none that runs does");

        node("comes", "libx264,libx265", "watch,encode", "UTC_TIMESTAMP(3)");

        assertThat(chunkThatWaits()).contains("a free slot");
        assertThat(rendition()).isEmpty();
    }

    private void node(String id, String encoders, String roles, String seen) {
        run("INSERT INTO nodes (id, name, host, work, slots, readers, encoders, roles, started_at, seen_at) VALUES ('"
                + id + "', '', '', '" + id + "', 1, 1, '" + encoders + "', '" + roles + "', " + seen + ", " + seen
                + ")");
    }

    private Optional<String> chunkThatWaits() {
        return page(Filter.WAITING, 1, 1).jobs().get(0).waitsFor();
    }

    private Optional<String> rendition() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        VideoFormats formats = new VideoFormats(sql, clock);
        Plans plans = new Plans(sql, clock);
        return new ArtworkViews(
                        sql,
                        new Artworks(sql, clock),
                        formats,
                        new Editions(sql, clock),
                        plans,
                        new OnDemand(new Ladder(Map.of()), formats, plans))
                .find("mila/sunset")
                .orElseThrow()
                .renditions()
                .get("HD")
                .waitsFor();
    }
}

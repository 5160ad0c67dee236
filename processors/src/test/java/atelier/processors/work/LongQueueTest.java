package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What a claim costs when very many jobs wait. {@code bin/bench queue} runs it with more. */
class LongQueueTest {
    private static final int WAITING = Integer.getInteger("atelier.queue", 20_000);
    private static final int DONE = 400;

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final RecordedSteps steps = new RecordedSteps();

    @Test
    void aClaimReadsFewRowsHoweverManyWait() {
        fill();
        long before = rowsRead();
        long began = System.nanoTime();
        try (WorkEngine engine = new WorkEngine(
                new TransactionAwareDataSourceProxy(database),
                steps,
                new WorkEngine.Settings("one", 2, 1, Duration.ofMillis(50), 3, Duration.ofSeconds(3), Set.of()),
                Clock.systemUTC())) {
            engine.start();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> steps.done.size() >= DONE);
        }
        int done = steps.done.size();
        double millis = (System.nanoTime() - began) / 1e6 / done;
        double rows = (rowsRead() - before) / (double) done;
        System.out.printf(
                "%d waiting: %.1f ms and %.1f rows read for a job claimed, done and removed%n", WAITING, millis, rows);

        assertThat(rows).isLessThan(40);
        assertThat(firstJobsDone())
                .as("those of the highest priority come first")
                .isTrue();
    }

    @Test
    void aFreshDropsFirstChunkIsClaimedAtOnceHoweverManyWait() {
        fill();
        try (WorkEngine engine = new WorkEngine(
                new TransactionAwareDataSourceProxy(database),
                steps,
                new WorkEngine.Settings("one", 2, 1, Duration.ofMillis(500), 3, Duration.ofSeconds(3), Set.of()),
                Clock.systemUTC())) {
            steps.encoding = fingerprint -> pause();
            engine.start();
            await().atMost(Duration.ofMinutes(3)).until(() -> !steps.done.isEmpty());
            long began = System.nanoTime();
            int before = steps.done.size();
            // As another node leaves it: nobody wakes this one.
            engine.encode("fresh", 30_000, "libx264");
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> steps.done.contains("encode fresh"));
            double millis = (System.nanoTime() - began) / 1e6;
            System.out.printf("%d waiting: a fresh drop's first chunk began after %.0f ms%n", WAITING, millis);

            assertThat(steps.done.indexOf("encode fresh") - before)
                    .as("jobs that began before it: those that were claimed already")
                    .isLessThan(10);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() {
        sql.sql(
                        "SET STATEMENT max_recursive_iterations = 1000000 FOR "
                                + "INSERT INTO encode_jobs (task_name, task_instance, execution_time, picked, version, priority) "
                                + "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < :waiting) "
                                + "SELECT 'encode', SHA2(i, 256), UTC_TIMESTAMP(6) - INTERVAL i SECOND, 0, 1, 20000 - (i % 20000) FROM n")
                .param("waiting", WAITING)
                .update();
    }

    private boolean firstJobsDone() {
        return sql.sql("SELECT COALESCE(MAX(priority), 0) FROM encode_jobs WHERE picked = 0")
                        .query(Integer.class)
                        .single()
                < 20_000;
    }

    private long rowsRead() {
        return sql.sql("SELECT SUM(variable_value) FROM information_schema.global_status"
                        + " WHERE variable_name IN ('HANDLER_READ_KEY', 'HANDLER_READ_NEXT', 'HANDLER_READ_FIRST',"
                        + " 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT')")
                .query(Long.class)
                .single();
    }
}

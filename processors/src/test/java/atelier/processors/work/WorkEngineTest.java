package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The work engine on a real MariaDB. */
class WorkEngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EngineForTests tried = new EngineForTests();
    private final WorkEngine engine = tried.engine();
    private final RecordedSteps steps = tried.steps();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theHighestPriorityGoesFirst() {
        engine.encode("low", -5_000, "libx264");
        engine.encode("middle", 19_999, "libx264");
        engine.encode("high", Priority.FRESH - 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 3);
        assertThat(steps.done).containsExactly("encode high", "encode middle", "encode low");
    }

    @Test
    void whatSomebodyWaitsForDoesNotWaitForAJobThatIsBeingDone() {
        CountDownLatch release = new CountDownLatch(1);
        steps.encoding = fingerprint -> {
            if (!fingerprint.equals("asked")) {
                awaitLatch(release);
            }
        };
        engine.encode("long", Priority.FRESH - 1, "libx264");
        engine.encode("asked", 1, "libx264");
        engine.encode("other", Priority.FRESH - 2, "libx264");
        engine.start();
        await().atMost(PATIENCE).until(() -> steps.done.size() == 1);

        engine.encode("asked", Priority.ASKED, "libx264");

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode asked"));
        assertThat(steps.done).hasSize(2);
        release.countDown();
    }

    @Test
    void whatAnArtworkBeginsWithDoesNotWaitForAChunkOfAnother() {
        CountDownLatch release = new CountDownLatch(1);
        steps.encoding = fingerprint -> {
            if (fingerprint.equals("long")) {
                awaitLatch(release);
            }
        };
        engine.encode("long", 1_000, "libx264");
        engine.start();
        await().atMost(PATIENCE).until(() -> steps.done.size() == 1);

        engine.encode("poster", Priority.FRESH - 1, "libx264");
        engine.encode("first sound", Priority.FRESH, "libx264");

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode first sound"));
        assertThat(steps.done).hasSize(2);
        release.countDown();
    }

    @Test
    void aJobForLaterWaitsThoughItsPriorityIsHigherAndNotForEver() {
        engine.encode(List.of(new JobQueue.Wanted("later", 2, "libx264", Duration.ofHours(1))));
        engine.encode(List.of(new JobQueue.Wanted("soon", 2, "libx264", Duration.ofMillis(300))));
        engine.encode("now", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 2);
        assertThat(steps.done).containsExactly("encode now", "encode soon");
        assertThat(engine.isLeftToEncode("later")).isTrue();
    }

    @Test
    void whatWaitsIsHurriedByWhoeverIsMoreUrgentAndSlowedDownByNobody() {
        engine.encode(List.of(new JobQueue.Wanted("patient", 1, "libx264", Duration.ofHours(1))));
        engine.encode("first", 5, "libx264");
        engine.encode("first", 2, "libx264");
        engine.encode(List.of(
                new JobQueue.Wanted("patient", 3, "libx264", Duration.ofHours(1)),
                new JobQueue.Wanted("last", 1, "libx264", Duration.ZERO)));

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 3);
        assertThat(steps.done).containsExactly("encode first", "encode patient", "encode last");
    }

    @Test
    void aJobThatIsLeftTwiceRunsOnce() {
        engine.encode("same", 1, "libx264");
        engine.encode("same", 2, "libx264");
        engine.encode("last", 0, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode last"));
        assertThat(steps.done).containsExactly("encode same", "encode last");
    }

    @Test
    void readingDoesNotWaitForEncoding() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        steps.encoding = fingerprint -> awaitLatch(release);
        engine.encode("long", 1, "libx264");
        engine.read(7);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("read 7"));
        release.countDown();
    }

    @Test
    void aTransactionThatRollsBackLeavesNoJob() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(tried.database()));
        transactions.executeWithoutResult(status -> {
            engine.encode("never", 1, "libx264");
            engine.read(8);
            assertThat(tried.jobs())
                    .as("jobs seen from outside the transaction")
                    .isZero();
            status.setRollbackOnly();
        });
        assertThat(tried.jobs()).isZero();

        transactions.executeWithoutResult(status -> engine.encode("kept", 1, "libx264"));

        assertThat(tried.jobs()).isEqualTo(1);
        engine.start();
        await().atMost(PATIENCE).until(() -> steps.done.contains("encode kept"));
        assertThat(steps.done).containsExactly("encode kept");
    }

    @Test
    void claimsOfADeadProcessAreFreeAgain() {
        engine.encode("claimed", 1, "libx264");
        JdbcClient sql = JdbcClient.create(tried.database());
        sql.sql("UPDATE encode_jobs SET picked = 1, picked_by = 'dead', last_heartbeat = UTC_TIMESTAMP(6)")
                .update();

        assertThat(new Claims(sql).release("dead")).isEqualTo(1);
        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode claimed"));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

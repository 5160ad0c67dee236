package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The work engine on a real MariaDB. */
class WorkEngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final Steps steps = new Steps();
    private final WorkEngine engine = new WorkEngine(
            new TransactionAwareDataSourceProxy(database),
            steps,
            new WorkEngine.Settings("test", 1, 1, Duration.ofMillis(50), 3, Duration.ofSeconds(3)),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theHighestPriorityGoesFirst() {
        engine.encode("low", -5_000);
        engine.encode("middle", 19_999);
        engine.encode("high", 30_000);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 3);
        assertThat(steps.done).containsExactly("encode high", "encode middle", "encode low");
    }

    @Test
    void aJobThatIsLeftTwiceRunsOnce() {
        engine.encode("same", 1);
        engine.encode("same", 2);
        engine.encode("last", 0);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode last"));
        assertThat(steps.done).containsExactly("encode same", "encode last");
    }

    @Test
    void readingDoesNotWaitForEncoding() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        steps.encoding = fingerprint -> awaitLatch(release);
        engine.encode("long", 1);
        engine.read(7);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("read 7"));
        release.countDown();
    }

    @Test
    void aSuspectJobIsTriedAgainWithPausesAndGivenUpAfterItsAttempts() {
        steps.encoding = fingerprint -> {
            throw new IllegalStateException("it never works");
        };
        engine.encode("bad", 1);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("given up bad: it never works"));
        assertThat(steps.done)
                .containsExactly("encode bad", "encode bad", "encode bad", "given up bad: it never works");
        assertThat(steps.nanos.get(1) - steps.nanos.get(0)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
        assertThat(steps.nanos.get(2) - steps.nanos.get(1)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
        await().atMost(PATIENCE).until(() -> jobs() == 0);
    }

    @Test
    void whatTheWorldDoesIsTriedAgainUntilItWorks() {
        steps.encoding = fingerprint -> {
            if (steps.done.size() < 4) {
                throw new java.io.UncheckedIOException(new java.io.IOException("the store is away"));
            }
        };
        engine.encode("patient", 1);

        engine.start();

        await().atMost(PATIENCE).until(() -> jobs() == 0);
        assertThat(steps.done).hasSize(4).containsOnly("encode patient");
    }

    @Test
    void aPostponedJobIsDoneLaterAndHasNotFailed() {
        steps.encoding = fingerprint -> {
            if (steps.done.size() <= 4) {
                throw new PostponedException("somebody is at it", Duration.ofMillis(100));
            }
        };
        engine.encode("held", 1);

        engine.start();

        // More often than what fails is tried.
        await().atMost(PATIENCE).until(() -> jobs() == 0);
        assertThat(steps.done).hasSize(5).containsOnly("encode held");
    }

    @Test
    void aPermanentFailureIsGivenUpAtOnce() {
        steps.encoding = fingerprint -> {
            throw new Permanent();
        };
        engine.encode("hopeless", 1);

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 2);
        assertThat(steps.done).containsExactly("encode hopeless", "given up hopeless: no");
    }

    @Test
    void aTransactionThatRollsBackLeavesNoJob() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        transactions.executeWithoutResult(status -> {
            engine.encode("never", 1);
            engine.read(8);
            assertThat(jobs()).as("jobs seen from outside the transaction").isZero();
            status.setRollbackOnly();
        });
        assertThat(jobs()).isZero();

        transactions.executeWithoutResult(status -> engine.encode("kept", 1));

        assertThat(jobs()).isEqualTo(1);
        engine.start();
        await().atMost(PATIENCE).until(() -> steps.done.contains("encode kept"));
        assertThat(steps.done).containsExactly("encode kept");
    }

    @Test
    void claimsOfADeadProcessAreFreeAgain() {
        engine.encode("claimed", 1);
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("UPDATE encode_jobs SET picked = 1, picked_by = 'dead', last_heartbeat = UTC_TIMESTAMP(6)")
                .update();

        assertThat(new Claims(sql).releaseAll()).isEqualTo(1);
        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("encode claimed"));
    }

    /** Seen on a connection of its own: what is not committed is not there. */
    private int jobs() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT (SELECT COUNT(*) FROM encode_jobs) + (SELECT COUNT(*) FROM read_jobs)")) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes what it is asked for. */
    private static final class Steps implements JobSteps {
        final List<String> done = new CopyOnWriteArrayList<>();
        final List<Long> nanos = new CopyOnWriteArrayList<>();
        volatile Consumer<String> encoding = fingerprint -> {};

        @Override
        public void read(long inputId) {
            done.add("read " + inputId);
        }

        @Override
        public void encode(String fingerprint) {
            done.add("encode " + fingerprint);
            nanos.add(System.nanoTime());
            encoding.accept(fingerprint);
        }

        @Override
        public void batch(long batchId) {
            done.add("batch " + batchId);
        }

        @Override
        public void batchFailed(long batchId, Throwable cause) {
            done.add("given up batch " + batchId);
        }

        @Override
        public void readFailed(long inputId, Throwable cause) {
            done.add("given up " + inputId + ": " + cause.getMessage());
        }

        @Override
        public void encodeFailed(String fingerprint, Throwable cause) {
            done.add("given up " + fingerprint + ": " + cause.getMessage());
        }
    }

    private static final class Permanent extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;

        Permanent() {
            super("no");
        }
    }
}

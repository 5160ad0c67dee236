package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Two work engines on one database. */
class NodesTogetherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BRISK = Duration.ofMillis(500);

    /** Of a node that is not heard of again: what SIGSTOP does to one. */
    private static final Duration SILENT = Duration.ofHours(1);

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final Claims claims = new Claims(JdbcClient.create(database));
    private final List<WorkEngine> engines = new ArrayList<>();
    private final RecordedSteps one = new RecordedSteps();
    private final RecordedSteps other = new RecordedSteps();

    @AfterEach
    void stop() {
        engines.forEach(WorkEngine::close);
    }

    private WorkEngine engine(String name, RecordedSteps steps, Duration heartbeat, String... encoders) {
        WorkEngine engine = new WorkEngine(
                new TransactionAwareDataSourceProxy(database),
                steps,
                new WorkEngine.Settings(name, 2, 1, Duration.ofMillis(50), 3, heartbeat, Set.of(encoders)),
                Clock.systemUTC());
        engines.add(engine);
        return engine;
    }

    private static boolean isIdle(WorkEngine engine, List<String> fingerprints) {
        return fingerprints.stream().noneMatch(engine::isLeftToEncode);
    }

    @Test
    void jobsSpreadAndEachIsDoneOnce() {
        WorkEngine first = engine("one", one, BRISK);
        WorkEngine second = engine("other", other, BRISK);
        List<String> jobs = IntStream.range(0, 60).mapToObj(n -> "job " + n).toList();
        jobs.forEach(job -> first.encode(job, 1, "libx264"));
        one.encoding = fingerprint -> await().atMost(PATIENCE).until(() -> !other.done.isEmpty());
        other.encoding = fingerprint -> await().atMost(PATIENCE).until(() -> !one.done.isEmpty());

        first.start();
        second.start();

        await().atMost(PATIENCE).until(() -> isIdle(first, jobs));
        List<String> done = new ArrayList<>(one.done);
        done.addAll(other.done);
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream().map(job -> "encode " + job).toList());
        assertThat(List.of(one.done, other.done)).noneMatch(List::isEmpty);
    }

    @Test
    void aJobGoesWhereItsEncoderIs() {
        WorkEngine without = engine("one", one, BRISK, "libx264");
        WorkEngine with = engine("other", other, BRISK, "libx264", "libx265");
        without.encode("hevc", 10, "libx265");
        without.encode("avc", 1, "libx264");

        without.start();
        await().atMost(PATIENCE).until(() -> one.done.contains("encode avc"));
        assertThat(one.done).containsExactly("encode avc");
        assertThat(without.isLeftToEncode("hevc")).isTrue();
        with.start();

        await().atMost(PATIENCE).until(() -> isIdle(with, List.of("hevc")));
        assertThat(other.done).containsExactly("encode hevc");
    }

    @Test
    void whoComesBackEndsNothingOfItsSuccessors() {
        WorkEngine silent = engine("one", one, SILENT);
        WorkEngine successor = engine("other", other, BRISK);
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        one.encoding = fingerprint -> wait(back);
        other.encoding = fingerprint -> wait(finished);
        silent.encode("job", 1, "libx264");
        silent.start();
        await().atMost(PATIENCE).until(() -> one.done.contains("encode job"));

        successor.start();
        await().atMost(PATIENCE).until(() -> other.done.contains("encode job"));
        back.countDown();
        silent.encode("next", 1, "libx264");
        await().atMost(PATIENCE).until(() -> one.done.contains("encode next") || other.done.contains("encode next"));

        assertThat(silent.isLeftToEncode("job")).as("the successor's job").isTrue();
        finished.countDown();
        await().atMost(PATIENCE).until(() -> isIdle(silent, List.of("job", "next")));
    }

    @Test
    void whoComesBackGivesNothingUpOfItsSuccessors() {
        WorkEngine silent = engine("one", one, SILENT);
        WorkEngine successor = engine("other", other, BRISK);
        CountDownLatch back = new CountDownLatch(1);
        one.encoding = fingerprint -> {
            wait(back);
            throw new Hopeless();
        };
        silent.encode("job", 1, "libx264");
        silent.start();
        await().atMost(PATIENCE).until(() -> one.done.contains("encode job"));

        successor.start();
        await().atMost(PATIENCE).until(() -> isIdle(successor, List.of("job")));
        back.countDown();
        silent.close();

        assertThat(one.done).noneMatch(each -> each.startsWith("given up"));
    }

    private static final class Hopeless extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatIsDoneAlongIsNobodyElses() {
        WorkEngine engine = engine("one", one, BRISK);
        engine.encode("along", 1, "libx264");
        try (AlongClaims along = new AlongClaims(claims, "other", BRISK, Clock.systemUTC())) {
            Claim claim = along.take("along").orElseThrow();
            assertThat(along.take("along")).isEmpty();
            engine.encode("own", 0, "libx264");
            engine.start();
            await().atMost(PATIENCE).until(() -> isIdle(engine, List.of("own")));
            // Longer than a claim that is not confirmed lasts.
            Instant later = Instant.now().plusMillis(6 * BRISK.toMillis());
            await().atMost(PATIENCE).until(() -> Instant.now().isAfter(later));
            assertThat(one.done).containsExactly("encode own");
            assertThat(claims.holds(claim)).isTrue();

            along.end(claim, () -> false);
            await().atMost(PATIENCE).until(() -> isIdle(engine, List.of("along")));
        }
        assertThat(one.done).containsExactly("encode own", "encode along");
    }

    @Test
    void whatWasDoneAlongOfADeadNodeIsDoneByAnother() {
        WorkEngine engine = engine("one", one, BRISK);
        engine.encode("along", 1, "libx264");
        Optional<Claim> claim = claims.take("along", "dead", Instant.now());

        engine.start();

        await().atMost(PATIENCE).until(() -> isIdle(engine, List.of("along")));
        assertThat(one.done).containsExactly("encode along");
        assertThat(claims.holds(claim.orElseThrow())).isFalse();
    }

    /** Whatever happens to the thread: a stopped process hears nothing. */
    private static void wait(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
    }
}

package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of jobs that fail, on a real MariaDB. */
class FailingJobsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EngineForTests tried = new EngineForTests();
    private final WorkEngine engine = tried.engine();
    private final RecordedSteps steps = tried.steps();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aSuspectJobIsTriedAgainWithPausesAndGivenUpAfterItsAttempts() {
        steps.encoding = fingerprint -> {
            throw new IllegalStateException("it never works");
        };
        engine.encode("bad", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.contains("given up bad: it never works"));
        assertThat(steps.done)
                .containsExactly("encode bad", "encode bad", "encode bad", "given up bad: it never works");
        assertThat(steps.nanos.get(1) - steps.nanos.get(0)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
        assertThat(steps.nanos.get(2) - steps.nanos.get(1)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
        await().atMost(PATIENCE).until(() -> tried.jobs() == 0);
    }

    @Test
    void whatTheWorldDoesIsTriedAgainUntilItWorks() {
        steps.encoding = fingerprint -> {
            if (steps.done.size() < 4) {
                throw new java.io.UncheckedIOException(new java.io.IOException("the store is away"));
            }
        };
        engine.encode("patient", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> tried.jobs() == 0);
        assertThat(steps.done).hasSize(4).containsOnly("encode patient");
    }

    @Test
    void aPostponedJobIsDoneLaterAndHasNotFailed() {
        steps.encoding = fingerprint -> {
            if (steps.done.size() <= 4) {
                throw new PostponedException("somebody is at it", Duration.ofMillis(100));
            }
        };
        engine.encode("held", 1, "libx264");

        engine.start();

        // More often than what fails is tried.
        await().atMost(PATIENCE).until(() -> tried.jobs() == 0);
        assertThat(steps.done).hasSize(5).containsOnly("encode held");
    }

    @Test
    void aPermanentFailureIsGivenUpAtOnce() {
        steps.encoding = fingerprint -> {
            throw new Permanent();
        };
        engine.encode("hopeless", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 2);
        assertThat(steps.done).containsExactly("encode hopeless", "given up hopeless: no");
    }

    private static final class Permanent extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;

        Permanent() {
            super("no");
        }
    }
}

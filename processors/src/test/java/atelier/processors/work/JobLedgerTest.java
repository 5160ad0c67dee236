package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.ProgramException.Cause;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What is written down of jobs, on a real MariaDB. */
class JobLedgerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EngineForTests tried = new EngineForTests();
    private final WorkEngine engine = tried.engine();
    private final RecordedSteps steps = tried.steps();
    private final JdbcClient sql = JdbcClient.create(tried.database());
    private final JobFailures failures = new JobFailures(sql, Clock.systemUTC());

    @AfterEach
    void stop() {
        engine.close();
    }

    private static ProgramException program(Cause cause, String line) {
        Command command = new Command(Program.FFMPEG, List.of("-i", "a film.mov"), Path.of("/work"));
        return new ProgramException(cause, command, 187, List.of("x264 began", line), null);
    }

    private List<Map<String, Object>> rows() {
        return sql.sql("SELECT * FROM job_failures").query().listOfRows();
    }

    @Test
    void aFailedStateHasTheCommandTheExitCodeAndTheLastLines() {
        steps.encoding = fingerprint -> {
            throw program(Cause.FAILED, "a film.mov: Invalid data found when processing input");
        };
        engine.encode("bad", 77, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> tried.jobs() == 0);
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("task", "encode")
                        .containsEntry("job", "bad")
                        .containsEntry("class", "permanent")
                        .containsEntry("given_up", true)
                        .containsEntry("failures", 1)
                        .containsEntry("reason", "the file is bad")
                        .containsEntry("command", "cd /work && ffmpeg -i 'a film.mov'")
                        .containsEntry("exit_code", 187)
                        .containsEntry("output", "x264 began\na film.mov: Invalid data found when processing input")
                        .containsEntry("priority", 77)
                        .containsEntry("next_at", null));
        assertThat(failures.givenUp("encode", "bad")).isEqualTo(Optional.of(77));
    }

    @Test
    void whatStallsIsTriedOnceMoreAndKnowsThatItStalled() {
        steps.encoding = fingerprint -> {
            steps.done.add("stalled before: " + failures.stalled("encode", fingerprint));
            throw program(Cause.STALE, "frame=1");
        };
        engine.encode("stuck", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 5);
        assertThat(steps.done)
                .startsWith("encode stuck", "stalled before: false", "encode stuck", "stalled before: true");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("class", "stale"));
    }

    @Test
    void aSuccessForgetsWhatWasBefore() {
        steps.encoding = fingerprint -> {
            if (steps.done.size() < 3) {
                throw program(Cause.KILLED, "");
            }
        };
        engine.encode("healed", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> tried.jobs() == 0);
        assertThat(steps.done).hasSize(3);
        assertThat(rows()).isEmpty();
        assertThat(sql.sql("SELECT * FROM job_runs").query().listOfRows()).isEmpty();
    }

    @Test
    void aWorkerThatDiesAgainAndAgainAtTheSameJobEndsInAFailedState() {
        engine.encode("deadly", 1, "libx264");
        for (int death = 1; death < 8; death++) {
            JobRef job = new JobRef("encode", "deadly", 1, "dead");
            new JobLedger(sql, new FailurePolicy(3, 8, PATIENCE), Clock.systemUTC()).failed(job, Failure.died("dead"));
        }
        sql.sql("UPDATE encode_jobs SET picked = 1, picked_by = 'dead', last_heartbeat = UTC_TIMESTAMP(6)")
                .update();
        new Claims(sql).release("dead");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 1 && tried.jobs() == 0);
        assertThat(steps.done).singleElement().asString().startsWith("given up deadly: The node dead died");
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("class", "poison")
                        .containsEntry("reason", "its node died")
                        .containsEntry("given_up", true));
    }

    @Test
    void whatIsLoggedWhileAJobRunsSaysWhichAndWhere() {
        steps.encoding = fingerprint -> steps.done.add(MDC.get("job") + " on " + MDC.get("node"));
        engine.encode("told", 1, "libx264");

        engine.start();

        await().atMost(PATIENCE).until(() -> steps.done.size() == 2);
        assertThat(steps.done).containsExactly("encode told", "encode told on test");
    }

    @Test
    void progressIsKeptAndNeverGoesBack() {
        JobRuns runs = new JobRuns(sql, Clock.systemUTC());
        runs.begin(new JobRef("encode", "a", 1, "node"));
        runs.progress("encode", "a", 0.5);
        runs.progress("encode", "a", 0.2);

        assertThat(sql.sql("SELECT progress FROM job_runs").query(Double.class).single())
                .isEqualTo(0.5);
    }

    @Test
    void whatIsKnownOfJobsThatAreGoneIsForgotten() {
        JobRef gone = new JobRef("encode", "gone", 1, "node");
        new JobRuns(sql, Clock.systemUTC()).begin(gone);
        new JobLedger(sql, new FailurePolicy(3, 8, PATIENCE), Clock.systemUTC())
                .failed(gone, Failure.of(new IllegalStateException("?")));
        engine.encode("kept", 1, "libx264");
        sql.sql(
                        "INSERT INTO outputs (fingerprint, kind, state, created_at) VALUES ('kept', 'VIDEO', 'wanted', UTC_TIMESTAMP(3))")
                .update();
        JobRef kept = new JobRef("encode", "kept", 1, "node");
        new JobLedger(sql, new FailurePolicy(3, 8, PATIENCE), Clock.systemUTC())
                .failed(kept, Failure.of(new IllegalStateException("?")));
        new JobRuns(sql, Clock.systemUTC()).begin(kept);

        new Claims(sql).tidy();

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).containsEntry("job", "kept"));
        assertThat(sql.sql("SELECT job FROM job_runs").query(String.class).list())
                .containsExactly("kept");
    }

    @Test
    void whatIsPutOffSaysWhatItWaitsFor() {
        steps.encoding = fingerprint -> {
            throw new PostponedException("the night", Duration.ofHours(1));
        };
        engine.encode("later", 1, "libx264");

        engine.start();

        WorkViews views = new WorkViews(sql, new JdbcTransactionManager(tried.database()), Clock.systemUTC());
        WorkItem item = await().atMost(PATIENCE)
                .until(
                        () -> views.page(WorkViews.Filter.WAITING, 0, 10, Optional.empty())
                                .jobs(),
                        jobs -> jobs.stream().anyMatch(each -> each.until().isPresent()))
                .get(0);
        assertThat(item.waitsFor()).contains("the night");
        assertThat(item.state()).isEqualTo("waiting");
        assertThat(item.attempts()).isZero();
        assertThat(rows()).isEmpty();
    }
}

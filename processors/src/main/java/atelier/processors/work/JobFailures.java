package atelier.processors.work;

import atelier.processors.ffmpeg.ProgramException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code job_failures}: how jobs have failed since they last succeeded. */
public final class JobFailures {
    private static final int LONGEST_TEXT = 16_000;

    private final JdbcClient sql;
    private final Clock clock;

    public JobFailures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How a job has failed up to now. */
    public FailureHistory history(String task, String job) {
        return sql.sql("SELECT * FROM job_failures WHERE task = :task AND job = :job AND NOT given_up")
                .param("task", task)
                .param("job", job)
                .query((row, n) -> new FailureHistory(
                        row.getInt("failures"),
                        row.getInt("counted"),
                        row.getInt("stalls"),
                        othersSucceeded(task, job, row.getTimestamp("last_at"))))
                .optional()
                .orElse(FailureHistory.NONE);
    }

    /** Whether a job is tried again with other settings, because it stalled. */
    public boolean stalled(String task, String job) {
        return history(task, job).stalls() > 0;
    }

    /**
     * Records a failure.
     *
     * @param job whose it is
     * @param history with this failure in it
     * @param verdict what follows
     */
    public void record(JobRef job, Failure failure, FailureHistory history, Verdict verdict) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean givenUp = verdict instanceof Verdict.GiveUp;
        FailureClass kind = verdict instanceof Verdict.GiveUp giveUp ? giveUp.as() : failure.kind();
        LocalDateTime next = verdict instanceof Verdict.Again again ? now.plus(again.after()) : null;
        sql.sql("""
                        INSERT INTO job_failures (task, job, class, given_up, failures, counted, stalls, reason, error,
                            command, exit_code, output, priority, node, first_at, last_at, next_at)
                        VALUES (:task, :job, :class, :givenUp, :failures, :counted, :stalls, :reason, :error,
                            :command, :exit, :output, :priority, :node, :now, :now, :next)
                        ON DUPLICATE KEY UPDATE class = VALUES(class), given_up = VALUES(given_up),
                            failures = VALUES(failures), counted = VALUES(counted), stalls = VALUES(stalls),
                            reason = VALUES(reason), error = VALUES(error), command = VALUES(command),
                            exit_code = VALUES(exit_code), output = VALUES(output), priority = VALUES(priority),
                            node = VALUES(node), last_at = VALUES(last_at), next_at = VALUES(next_at)""")
                .param("task", job.task())
                .param("job", job.id())
                .param("class", kind.text())
                .param("givenUp", givenUp)
                .param("failures", history.failures())
                .param("counted", history.counted())
                .param("stalls", history.stalls())
                .param("reason", failure.reason())
                .param("error", cut(failure.message()))
                .param(
                        "command",
                        failure.call()
                                .flatMap(ProgramException::line)
                                .map(JobFailures::cut)
                                .orElse(null))
                .param("exit", failure.call().map(ProgramException::exitCode).orElse(null))
                .param("output", failure.call().map(JobFailures::output).orElse(null))
                .param("priority", job.priority())
                .param("node", job.node())
                .param("now", now)
                .param("next", next)
                .update();
    }

    /** A job succeeded, or is left again by a person: what was before is forgotten. */
    public void forget(String task, String job) {
        sql.sql("DELETE FROM job_failures WHERE task = :task AND job = :job")
                .param("task", task)
                .param("job", job)
                .update();
    }

    /** With what priority a job was left that has been given up; none where it has not. */
    public Optional<Integer> givenUp(String task, String job) {
        return sql.sql("""
                        SELECT COALESCE(priority, 0) FROM job_failures
                        WHERE task = :task AND job = :job AND given_up""")
                .param("task", task)
                .param("job", job)
                .query(Integer.class)
                .optional();
    }

    private boolean othersSucceeded(String task, String job, Timestamp since) {
        String succeeded = switch (task) {
            case JobRef.ENCODE -> "SELECT EXISTS (SELECT 1 FROM outputs WHERE made_at > :since)";
            case JobRef.FETCH -> """
                            SELECT EXISTS (SELECT 1 FROM bucket_objects o JOIN bucket_objects other USING (bucket)
                            WHERE o.id = CAST(:job AS UNSIGNED) AND other.taken_at > :since)""";
            default -> "SELECT EXISTS (SELECT 1 FROM inputs WHERE indexed_at > :since)";
        };
        return sql.sql(succeeded)
                .param("job", job)
                .param("since", since.toLocalDateTime())
                .query(Boolean.class)
                .single();
    }

    private static String output(ProgramException call) {
        return cut(String.join("\n", call.lastErrorLines()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}

package atelier.processors.work;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code job_runs}: how far jobs are that run, and why one that was looked at was put off. */
public final class JobRuns {
    private static final int LONGEST_TEXT = 255;

    private final JdbcClient sql;
    private final Clock clock;

    public JobRuns(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A job begins to run: what an earlier run of it had reached is lost. */
    public void begin(JobRef job) {
        sql.sql("""
                        REPLACE INTO job_runs (task, job, node, started_at) VALUES (:task, :job, :node, :now)""")
                .param("task", job.task())
                .param("job", job.id())
                .param("node", job.node())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** A job is so far; never less than before. */
    public void progress(String task, String job, double share) {
        sql.sql("UPDATE job_runs SET progress = GREATEST(progress, :share) WHERE task = :task AND job = :job")
                .param("task", task)
                .param("job", job)
                .param("share", share)
                .update();
    }

    /** A job was put off. */
    public void putOff(String task, String job, String why) {
        sql.sql("UPDATE job_runs SET progress = 0, waits_for = :why WHERE task = :task AND job = :job")
                .param("task", task)
                .param("job", job)
                .param("why", why.length() <= LONGEST_TEXT ? why : why.substring(0, LONGEST_TEXT))
                .update();
    }

    /** A job does not run any more. */
    public void end(String task, String job) {
        sql.sql("DELETE FROM job_runs WHERE task = :task AND job = :job")
                .param("task", task)
                .param("job", job)
                .update();
    }
}

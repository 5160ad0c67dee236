package atelier.processors.work;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims that a killed process left behind. */
public final class Claims {
    private final JdbcClient sql;

    public Claims(JdbcClient sql) {
        this.sql = sql;
    }

    /** Forgets what was written down of jobs whose outputs and inputs are gone, and of runs that nobody is at any more. */
    public void tidy() {
        sql.sql("""
                        DELETE FROM job_failures WHERE
                            (task = 'encode' AND NOT EXISTS (SELECT 1 FROM outputs o WHERE o.fingerprint = job))
                            OR (task = 'read' AND NOT EXISTS (SELECT 1 FROM inputs i WHERE i.id = CAST(job AS UNSIGNED)))
                            OR task = 'batch' AND given_up""").update();
        sql.sql("""
                        DELETE FROM job_runs WHERE
                            NOT EXISTS (SELECT 1 FROM encode_jobs e WHERE e.task_name = task AND e.task_instance = job)
                            AND NOT EXISTS (SELECT 1 FROM read_jobs e WHERE e.task_name = task AND e.task_instance = job)""").update();
    }

    /**
     * Says of all claims that their holder is dead. Only for a process that has the database to itself: then its work need
     * not wait until heartbeats are missed. A job whose holder died again and again does not go on for ever.
     *
     * @return how many jobs were cut off
     */
    public int releaseAll() {
        return List.of("read_jobs", "encode_jobs").stream()
                .mapToInt(table -> sql.sql("UPDATE " + table
                                + " SET last_heartbeat = '2000-01-01', version = version + 1 WHERE picked = 1")
                        .update())
                .sum();
    }
}

package atelier.processors.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims as db-scheduler's tables have them: asked for, taken beside db-scheduler's own, and freed after a killed process. */
public final class Claims {
    private static final List<String> TABLES = List.of("read_jobs", "encode_jobs", "fetch_jobs");
    private static final String THIS_ONE =
            " WHERE task_name = :task AND task_instance = :id AND picked = 1 AND picked_by = :node AND version = :version";

    private final JdbcClient sql;

    public Claims(JdbcClient sql) {
        this.sql = sql;
    }

    /** Forgets what was written down of jobs whose outputs and inputs are gone, and of runs that nobody is at any more. */
    public void tidy() {
        sql.sql("""
                        DELETE FROM job_failures WHERE
                            (task = 'encode' AND NOT EXISTS (SELECT 1 FROM outputs o WHERE o.fingerprint = job))
                            OR (task = 'fetch' AND NOT EXISTS (
                                SELECT 1 FROM bucket_objects b WHERE b.id = CAST(job AS UNSIGNED)))
                            OR (task = 'read' AND NOT EXISTS (SELECT 1 FROM inputs i WHERE i.id = CAST(job AS UNSIGNED)))
                            OR task = 'batch' AND given_up""").update();
        sql.sql("""
                        DELETE FROM job_runs WHERE
                            NOT EXISTS (SELECT 1 FROM encode_jobs e WHERE e.task_instance = job)
                            AND NOT EXISTS (SELECT 1 FROM fetch_jobs f WHERE f.task_name = task AND f.task_instance = job)
                            AND NOT EXISTS (SELECT 1 FROM read_jobs e WHERE e.task_name = task AND e.task_instance = job)""").update();
    }

    /**
     * Whether a claim is still the job's. Where that is asked with the output's row locked, the answer stays good as long as the
     * lock: a successor writes only after it has claimed, and then asks itself, with the same lock.
     */
    public boolean holds(Claim claim) {
        return with(claim, "SELECT COUNT(*) FROM " + claim.table() + THIS_ONE)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Claims an encode job that waits, wherever it stands in the order.
     *
     * @return none where somebody else has it, or there is no such job
     */
    public Optional<Claim> take(String fingerprint, String node, Instant now) {
        return sql.sql("""
                        SELECT task_name, version FROM encode_jobs WHERE task_instance = :id AND picked = 0""")
                .param("id", fingerprint)
                .query((row, n) ->
                        new Claim("encode_jobs", row.getString(1), fingerprint, node, row.getLong("version") + 1))
                .optional()
                .filter(claim -> take(claim, now));
    }

    private boolean take(Claim claim, Instant now) {
        return with(claim, """
                        UPDATE encode_jobs SET picked = 1, picked_by = :node, last_heartbeat = :now, version = :version
                        WHERE task_name = :task AND task_instance = :id AND picked = 0 AND version = :version - 1""").param("now", utc(now)).update() == 1;
    }

    /** Says that whoever has these claims is alive. */
    public void confirm(List<Claim> claims, Instant now) {
        claims.forEach(claim -> with(claim, "UPDATE " + claim.table() + " SET last_heartbeat = :now" + THIS_ONE)
                .param("now", utc(now))
                .update());
    }

    /** Ends a job that was done under a claim, unless the claim is lost. */
    public void done(Claim claim) {
        with(claim, "DELETE FROM " + claim.table() + THIS_ONE).update();
    }

    /** Gives a job back that was not done: it waits again from now on. */
    public void giveBack(Claim claim, Instant now) {
        with(
                        claim,
                        "UPDATE " + claim.table() + " SET picked = 0, picked_by = NULL, last_heartbeat = NULL,"
                                + " execution_time = :now, version = version + 1" + THIS_ONE)
                .param("now", utc(now))
                .update();
    }

    /**
     * Says of all claims of a node that it is dead. Only for that node's successor, which knows: then its work need not wait until
     * heartbeats are missed. A job whose holder died again and again does not go on for ever.
     *
     * @return how many jobs were cut off
     */
    public int release(String node) {
        return TABLES.stream()
                .mapToInt(table -> sql.sql("UPDATE " + table
                                + " SET last_heartbeat = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, version = version + 1"
                                + " WHERE picked = 1 AND picked_by = :node")
                        .param("node", node)
                        .update())
                .sum();
    }

    private JdbcClient.StatementSpec with(Claim claim, String statement) {
        return sql.sql(statement)
                .param("task", claim.task())
                .param("id", claim.id())
                .param("node", claim.node())
                .param("version", claim.version());
    }

    private static Timestamp utc(Instant time) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}

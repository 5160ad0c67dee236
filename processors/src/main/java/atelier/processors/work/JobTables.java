package atelier.processors.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What db-scheduler has no call for, in its tables. */
final class JobTables {
    private final JdbcClient sql;

    JobTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** Lets a job that waits with less priority be done with more, from now on. */
    void hurry(String id, int priority, Instant now) {
        sql.sql("""
                        UPDATE encode_jobs SET priority = :priority, execution_time = LEAST(execution_time, :now),
                            version = version + 1
                        WHERE task_instance = :id AND picked = 0 AND priority < :priority""")
                .param("id", id)
                .param("priority", priority)
                .param("now", Timestamp.valueOf(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .update();
    }

    /** Whether there is a job for an output, done by whatever encoder. */
    boolean isLeftToEncode(String fingerprint) {
        return sql.sql("SELECT COUNT(*) FROM encode_jobs WHERE task_instance = :id")
                        .param("id", fingerprint)
                        .query(Long.class)
                        .single()
                > 0;
    }
}

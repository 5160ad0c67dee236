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
    void hurry(String task, String id, int priority, Instant now) {
        sql.sql("""
                        UPDATE encode_jobs SET priority = :priority, execution_time = LEAST(execution_time, :now),
                            version = version + 1
                        WHERE task_name = :task AND task_instance = :id AND picked = 0 AND priority < :priority""")
                .param("task", task)
                .param("id", id)
                .param("priority", priority)
                .param("now", Timestamp.valueOf(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .update();
    }
}

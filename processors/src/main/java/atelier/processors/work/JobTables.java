package atelier.processors.work;

import atelier.processors.catalog.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What db-scheduler has no call for, in its tables. */
final class JobTables {
    private final JdbcClient sql;
    private final Json json = new Json();

    JobTables(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Leaves jobs in one statement, as db-scheduler does one by one. One that waits with less priority is done with more, from now on;
     * the priority is set last, since each assignment sees those before it.
     */
    void encode(List<JobQueue.Wanted> outputs, Instant now) {
        if (outputs.isEmpty()) {
            return;
        }
        sql.sql("""
                        INSERT INTO encode_jobs (task_name, task_instance, execution_time, picked, version, priority)
                        SELECT w.task, w.id, :now + INTERVAL w.micros MICROSECOND, 0, 1, w.urgency
                        FROM JSON_TABLE(:outputs, '$[*]' COLUMNS (
                            task VARCHAR(100) PATH '$.task', id VARCHAR(100) PATH '$.id',
                            micros BIGINT PATH '$.micros', urgency SMALLINT PATH '$.urgency')) w
                        ON DUPLICATE KEY UPDATE
                            version = version + (picked = 0 AND priority < VALUES(priority)),
                            execution_time = IF(picked = 0 AND priority < VALUES(priority),
                                LEAST(execution_time, :now), execution_time),
                            priority = IF(picked = 0, GREATEST(priority, VALUES(priority)), priority)""")
                .param("outputs", json.write(rows(outputs)))
                .param("now", Timestamp.valueOf(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .update();
    }

    /** In the order of their names, so that two who leave the same do not wait for each other. */
    private static List<Map<String, Object>> rows(List<JobQueue.Wanted> outputs) {
        return outputs.stream()
                .sorted(Comparator.comparing(JobQueue.Wanted::fingerprint))
                .map(each -> Map.<String, Object>of(
                        "task", EncodeTasks.of(each.encoder()),
                        "id", each.fingerprint(),
                        "micros", each.after().toNanos() / 1000,
                        "urgency", each.priority()))
                .toList();
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

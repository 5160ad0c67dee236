package atelier.processors.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encoders that jobs wait for and that no node has which is alive. The task of such a job names its encoder: {@code encode-libx265}. */
public final class MissingEncoders {
    /** A node {@code n}. Longer than claims of a silent node stay its own it counts as gone. */
    private static final String ENCODES =
            "n.seen_at > UTC_TIMESTAMP(3) - INTERVAL 15 SECOND AND FIND_IN_SET('encode', n.roles)";

    /** Of a job {@code j}. */
    private static final String NOBODY_HAS_IT =
            "j.task_name LIKE 'encode-%' AND NOT EXISTS (SELECT 1 FROM nodes n WHERE " + ENCODES
                    + " AND FIND_IN_SET(SUBSTRING(j.task_name, 8), n.encoders))";

    private final JdbcClient sql;

    public MissingEncoders(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the waiting renditions of a plan wait for, by their names. */
    Map<String, String> ofPlan(long planId) {
        return sql
                .sql("""
                        SELECT f.format_type, MIN(SUBSTRING(j.task_name, 8)) AS encoder
                        FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN encode_jobs j ON j.task_instance = r.fingerprint
                        WHERE r.plan_id = :plan AND j.picked = 0 AND\s""" + NOBODY_HAS_IT + " GROUP BY f.format_type")
                .param("plan", planId)
                .query((row, n) -> Map.entry(row.getString("format_type"), text(row.getString("encoder"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same of all waiting jobs, by their tasks' names: a few, which the index tells without looking at each job. */
    public Map<String, String> ofTasks() {
        return sql.sql("""
                        SELECT j.task_name FROM (
                            SELECT DISTINCT task_name FROM encode_jobs WHERE task_name LIKE 'encode-%') j
                        WHERE EXISTS (
                            SELECT 1 FROM encode_jobs w WHERE w.task_name = j.task_name AND w.picked = 0) AND\s""" + NOBODY_HAS_IT).query(String.class).list().stream()
                .collect(Collectors.toMap(task -> task, task -> text(task.substring("encode-".length()))));
    }

    /** The same of jobs that are not there yet, if they would wait for that encoder. */
    public Optional<String> of(String encoder) {
        boolean there = sql.sql("SELECT EXISTS (SELECT 1 FROM nodes n WHERE " + ENCODES
                        + " AND FIND_IN_SET(:encoder, n.encoders))")
                .param("encoder", encoder)
                .query(Boolean.class)
                .single();
        return there ? Optional.empty() : Optional.of(text(encoder));
    }

    private static String text(String encoder) {
        return "a node whose FFmpeg has " + encoder + ": none that runs does";
    }
}

package atelier.processors.bucket;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums up the table {@code bucket_objects} for people. */
public final class BucketReports {
    private final JdbcClient sql;

    public BucketReports(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many objects of a bucket are in which state, below a prefix. */
    Map<String, Long> counts(String bucket, String prefix) {
        Map<String, Long> counts = new HashMap<>();
        sql.sql("""
                        SELECT IF(waiting, 'waiting', outcome) AS state, COUNT(*) AS objects FROM bucket_objects
                        WHERE bucket = :bucket AND LOCATE(:prefix, object_key) = 1 GROUP BY state""").param("bucket", bucket).param("prefix", prefix).query(row -> {
            counts.put(row.getString("state"), row.getLong("objects"));
        });
        return counts;
    }

    /** What was refused or failed last below a prefix, and is not waiting to be tried again. */
    List<BucketView.Problem> problems(String bucket, String prefix, int most) {
        return sql.sql("""
                        SELECT object_key, COALESCE(outcome, 'failed') AS outcome, error, updated_at FROM bucket_objects
                        WHERE bucket = :bucket AND LOCATE(:prefix, object_key) = 1 AND error IS NOT NULL AND NOT waiting
                        ORDER BY updated_at DESC, id DESC LIMIT :most""")
                .param("bucket", bucket)
                .param("prefix", prefix)
                .param("most", most)
                .query((row, n) -> new BucketView.Problem(
                        row.getString("object_key"),
                        row.getString("outcome"),
                        row.getString("error"),
                        row.getTimestamp("updated_at").toLocalDateTime().toInstant(ZoneOffset.UTC)))
                .list();
    }
}

package atelier.processors.bucket;

import atelier.processors.content.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was noticed in buckets and is to be looked at, in the table {@code bucket_objects}. */
public final class Notices {
    private final JdbcClient sql;
    private final Clock clock;

    public Notices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is under a key, by its name alone. */
    record Named(String bucket, String key, Optional<String> slug, Optional<String> formatType) {
        String place() {
            return Notices.place(bucket, key);
        }
    }

    /** Keys are told apart byte by byte. */
    static String place(String bucket, String key) {
        return HexFormat.of()
                .formatHex(ContentHash.newDigest().digest((bucket + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** What was listed last, of those of these places that are known. */
    Map<String, String> listed(Collection<String> places) {
        Map<String, String> found = new HashMap<>();
        if (!places.isEmpty()) {
            sql.sql("SELECT place, COALESCE(listed, '') AS listed FROM bucket_objects WHERE place IN (:places)")
                    .param("places", places)
                    .query(row -> {
                        found.put(row.getString("place"), row.getString("listed"));
                    });
        }
        return found;
    }

    /**
     * Says that an object is to be looked at; its key in the catalogue.
     *
     * @param listed what it was listed as, if it was
     */
    long notice(Named object, Optional<String> listed) {
        sql.sql("""
                        INSERT INTO bucket_objects (place, bucket, object_key, slug, format_type, waiting, noticed, listed,
                            created_at, updated_at)
                        VALUES (:place, :bucket, :key, :slug, :format, TRUE, 1, :listed, :now, :now)
                        ON DUPLICATE KEY UPDATE waiting = TRUE, noticed = noticed + 1, slug = VALUES(slug),
                            format_type = VALUES(format_type), listed = COALESCE(VALUES(listed), listed),
                            updated_at = VALUES(updated_at)""")
                .param("place", object.place())
                .param("bucket", object.bucket())
                .param("key", object.key())
                .param("slug", object.slug().orElse(null))
                .param("format", object.formatType().orElse(null))
                .param("listed", listed.orElse(null))
                .param("now", now())
                .update();
        return sql.sql("SELECT id FROM bucket_objects WHERE place = :place")
                .param("place", object.place())
                .query(Long.class)
                .single();
    }

    /**
     * What is to be left again: what waits and has no job, since it was announced in the instant in which one ended; what was
     * read, so that the original can be dealt with; and what failed long enough ago.
     */
    List<Long> leftBehind(Duration rest) {
        return sql.sql("""
                        SELECT id FROM (
                            SELECT id FROM bucket_objects WHERE waiting
                            UNION SELECT id FROM bucket_objects WHERE outcome = 'failed' AND updated_at < :before
                            UNION SELECT b.id FROM bucket_objects b WHERE after_due
                                AND (error IS NULL OR updated_at < :before)
                                AND NOT EXISTS (SELECT 1 FROM read_jobs r
                                    WHERE r.task_name = 'read' AND r.task_instance = CAST(b.input_id AS CHAR))) due
                        WHERE NOT EXISTS (SELECT 1 FROM fetch_jobs j
                            WHERE j.task_name = 'fetch' AND j.task_instance = CAST(due.id AS CHAR))
                        LIMIT 1000""").param("before", now().minus(rest)).query(Long.class).list();
    }

    /** Lets an object be looked at again. */
    void again(long id) {
        sql.sql("UPDATE bucket_objects SET waiting = TRUE, noticed = noticed + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

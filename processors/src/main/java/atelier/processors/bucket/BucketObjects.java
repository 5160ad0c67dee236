package atelier.processors.bucket;

import atelier.processors.content.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code bucket_objects}. */
public final class BucketObjects {
    private static final int LONGEST_ERROR = 4_000;

    private final JdbcClient sql;
    private final Clock clock;

    public BucketObjects(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is under a key, by its name alone. */
    record Named(String bucket, String key, Optional<String> slug, Optional<String> formatType) {
        String place() {
            return BucketObjects.place(bucket, key);
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

    Optional<BucketObject> find(long id) {
        return sql.sql("SELECT * FROM bucket_objects WHERE id = :id")
                .param("id", id)
                .query(BucketObjects::map)
                .optional();
    }

    /**
     * Records that a version was kept: from now on it is not fetched again, and the original may be touched.
     *
     * @param inputId the input that was made of it; none where its content was known
     */
    void taken(long id, String version, String sha256, OptionalLong inputId) {
        dealtWith(id, version, Outcome.TAKEN, Optional.of(sha256), Optional.empty());
        sql.sql("UPDATE bucket_objects SET taken_at = :now, input_id = :input WHERE id = :id")
                .param("id", id)
                .param("input", inputId.isPresent() ? inputId.getAsLong() : null)
                .param("now", now())
                .update();
    }

    /** Records that a version was refused. */
    void refused(long id, String version, String why) {
        dealtWith(id, version, Outcome.REFUSED, Optional.empty(), Optional.of(why));
    }

    /** Records that there is no content. */
    void empty(long id, String version) {
        dealtWith(id, version, Outcome.EMPTY, Optional.empty(), Optional.empty());
        afterDone(id, version);
    }

    private void dealtWith(long id, String version, Outcome outcome, Optional<String> sha, Optional<String> error) {
        sql.sql("""
                        UPDATE bucket_objects SET version = :version, outcome = :outcome, sha256 = :sha, error = :error,
                            after_due = TRUE, updated_at = :now WHERE id = :id""")
                .param("id", id)
                .param("version", version)
                .param("outcome", outcome.text())
                .param("sha", sha.orElse(null))
                .param("error", error.map(BucketObjects::cut).orElse(null))
                .param("now", now())
                .update();
    }

    /** Records that there is no such object any more; if there was something to be done with it, it is over. */
    void gone(long id) {
        sql.sql("""
                        UPDATE bucket_objects SET listed = NULL, after_due = FALSE, updated_at = :now,
                            outcome = IF(outcome = 'taken', outcome, 'gone') WHERE id = :id""").param("id", id).param("now", now()).update();
    }

    /** Whether the input that was made of it is still to be read: only then is it known whether it can be used. */
    boolean isUnread(long id) {
        return sql.sql("""
                        SELECT COUNT(*) FROM bucket_objects b JOIN read_jobs j
                            ON j.task_name = 'read' AND j.task_instance = CAST(b.input_id AS CHAR)
                        WHERE b.id = :id""").param("id", id).query(Long.class).single() > 0;
    }

    /** Why the input that was made of it was refused, if it was. */
    Optional<String> refusal(long id) {
        return sql.sql("""
                        SELECT CONCAT(r.problem, ' ', r.remedy) FROM bucket_objects b
                        JOIN rejections r ON r.input_id = b.input_id WHERE b.id = :id ORDER BY r.id DESC LIMIT 1""").param("id", id).query(String.class).optional();
    }

    /** Of the artwork that it is for, where its name is one. */
    Optional<String> slug(long id) {
        return sql.sql("SELECT slug FROM bucket_objects WHERE id = :id AND format_type = 'SOURCE'")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Records that there is nothing to be done with the original. */
    void passedOver(long id) {
        sql.sql("UPDATE bucket_objects SET after_due = FALSE WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Records that the original was moved or tagged, and is that version from now on. */
    void afterDone(long id, String version) {
        sql.sql("""
                        UPDATE bucket_objects SET after_due = FALSE, version = :version, updated_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("version", version)
                .param("now", now())
                .update();
    }

    /** Records that it could not be fetched; what was taken under that key before stays taken. */
    void failed(long id, String error) {
        sql.sql("""
                        UPDATE bucket_objects SET waiting = FALSE, outcome = 'failed', error = :error, updated_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("error", cut(error))
                .param("now", now())
                .update();
    }

    /** Records that the original could not be moved or tagged; its content is kept. */
    void afterFailed(long id, String error) {
        sql.sql("UPDATE bucket_objects SET waiting = FALSE, error = :error, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("error", cut(error))
                .param("now", now())
                .update();
    }

    /**
     * Says that there is nothing more to do.
     *
     * @return whether that is so: not where it was announced again meanwhile
     */
    boolean settle(BucketObject object) {
        return sql.sql("UPDATE bucket_objects SET waiting = FALSE WHERE id = :id AND noticed = :noticed")
                        .param("id", object.id())
                        .param("noticed", object.noticed())
                        .update()
                == 1;
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

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }

    private static BucketObject map(ResultSet row, int number) throws SQLException {
        return new BucketObject(
                row.getLong("id"),
                row.getString("bucket"),
                row.getString("object_key"),
                row.getLong("noticed"),
                Optional.ofNullable(row.getString("version")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::of),
                row.getBoolean("after_due"),
                Optional.ofNullable(row.getString("error")));
    }
}

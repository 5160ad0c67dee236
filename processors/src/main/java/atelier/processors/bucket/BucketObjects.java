package atelier.processors.bucket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of objects, in the table {@code bucket_objects}. */
public final class BucketObjects {
    private static final int LONGEST_ERROR = 4_000;

    private final JdbcClient sql;
    private final Clock clock;

    public BucketObjects(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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

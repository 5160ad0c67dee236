package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outputs that nobody needs any more: no plan, edition or job that stays. */
public final class UnusedOutputs {
    private static final String UNUSED = """
            o.created_at < :before AND COALESCE(o.made_at, o.created_at) < :before
            AND NOT EXISTS (SELECT 1 FROM encode_jobs j WHERE j.task_instance = o.fingerprint)
            AND NOT EXISTS (
                SELECT 1 FROM edition_segments s WHERE s.fingerprint = o.fingerprint AND s.edition_id NOT IN (%s))
            AND NOT EXISTS (
                SELECT 1 FROM rendition_chunks r WHERE r.fingerprint = o.fingerprint AND r.plan_id NOT IN (%s))""".formatted(GarbageQueries.OLD_EDITIONS, GarbageQueries.OLD_PLANS);

    private final JdbcClient sql;
    private final Clock clock;

    public UnusedOutputs(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An output.
     *
     * @param fingerprint names it
     * @param kind of what it is
     * @param state whether it is made
     * @param bytes of all its files, in every placement
     */
    public record UnusedOutput(String fingerprint, String kind, String state, long bytes) {}

    /** Outputs that no plan that stays, no edition that stays and no job needs, and that are old themselves. */
    public List<UnusedOutput> list(Instant before) {
        return sql.sql("""
                        SELECT o.fingerprint, o.kind, o.state, COALESCE(o.file_bytes, 0) + o.bytes * GREATEST(1,
                            (SELECT COUNT(*) FROM placements p WHERE p.fingerprint = o.fingerprint)) AS bytes
                        FROM outputs o WHERE %s ORDER BY o.fingerprint""".formatted(UNUSED))
                .param("before", GarbageQueries.utc(before))
                .param("artwork", 0)
                .query(UnusedOutputs::output)
                .list();
    }

    /** Whether nobody needs an output now; to be called with its row locked. */
    public boolean isUnused(String fingerprint, Instant before) {
        return sql.sql("""
                        SELECT COUNT(*) FROM outputs o WHERE o.fingerprint = :fp
                            AND o.created_at < :before AND COALESCE(o.made_at, o.created_at) < :before
                            AND NOT EXISTS (SELECT 1 FROM encode_jobs j WHERE j.task_instance = o.fingerprint)
                            AND NOT EXISTS (SELECT 1 FROM edition_segments s WHERE s.fingerprint = o.fingerprint)
                            AND NOT EXISTS (SELECT 1 FROM rendition_chunks r WHERE r.fingerprint = o.fingerprint)""")
                        .param("fp", fingerprint)
                        .param("before", GarbageQueries.utc(before))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Which of some fingerprints have a row. */
    public Set<String> known(List<String> fingerprints) {
        return Set.copyOf(sql.sql("SELECT fingerprint FROM outputs WHERE fingerprint IN (:fps)")
                .param("fps", fingerprints)
                .query(String.class)
                .list());
    }

    /**
     * Holds the name of an output that has no row, until the transaction ends: who wants it waits.
     *
     * @return whether there was none
     */
    public boolean hold(String fingerprint) {
        return sql.sql("""
                        INSERT IGNORE INTO outputs (fingerprint, kind, state, created_at)
                        VALUES (:fp, 'VIDEO', 'wanted', :now)""")
                        .param("fp", fingerprint)
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** Forgets an output. Its row is to be locked. */
    public void delete(String fingerprint) {
        sql.sql("DELETE FROM outputs WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .update();
    }

    private static UnusedOutput output(ResultSet row, int number) throws SQLException {
        return new UnusedOutput(
                row.getString("fingerprint"), row.getString("kind"), row.getString("state"), row.getLong("bytes"));
    }
}

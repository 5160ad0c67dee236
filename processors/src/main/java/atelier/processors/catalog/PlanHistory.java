package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was planned for an artwork, when, why, and what it cost and saved. */
public final class PlanHistory {
    private final JdbcClient sql;

    public PlanHistory(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A plan, as people see it.
     *
     * @param number from 1, per artwork
     * @param at when it was made, ISO 8601
     * @param cause why
     * @param needed how many outputs were missing
     * @param reused how many were there
     * @param made how many of those that were missing are made
     * @param cpuSeconds what making them took
     * @param cpuSecondsSaved what making those that were there had taken
     * @param state {@code planning}, {@code encoding}, {@code failed}, {@code replaced} (before it was done) or {@code done}
     */
    public record Entry(
            int number,
            String at,
            String cause,
            int needed,
            int reused,
            int made,
            double cpuSeconds,
            double cpuSecondsSaved,
            String state) {}

    /** A page of an artwork's plans, the newest first. */
    public List<Entry> page(long artworkId, int offset, int limit) {
        return sql.sql("""
                        SELECT p.number, p.created_at, p.cause, p.complete, a.plan_id = p.id AS followed,
                            p.needed + COALESCE(SUM(r.needed), 0) AS needed,
                            p.reused + COALESCE(SUM(NOT r.needed), 0) AS reused,
                            p.made + COALESCE(SUM(r.needed AND o.state = 'made'), 0) AS made,
                            COALESCE(SUM(r.needed AND o.state = 'failed'), 0) AS failed,
                            p.spent_ms + COALESCE(SUM(IF(r.needed AND o.state = 'made', o.cpu_ms, 0)), 0) AS spent,
                            p.saved_ms + COALESCE(SUM(IF(r.needed, 0, o.cpu_ms)), 0) AS saved
                        FROM plans p
                        JOIN artworks a ON a.id = p.artwork_id
                        LEFT JOIN rendition_chunks r ON r.plan_id = p.id
                        LEFT JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE p.artwork_id = :artwork
                        GROUP BY p.id ORDER BY p.number DESC LIMIT :limit OFFSET :offset""")
                .param("artwork", artworkId)
                .param("limit", limit)
                .param("offset", offset)
                .query(PlanHistory::map)
                .list();
    }

    /** How many plans an artwork has. */
    public long count(long artworkId) {
        return sql.sql("SELECT COUNT(*) FROM plans WHERE artwork_id = :artwork")
                .param("artwork", artworkId)
                .query(Long.class)
                .single();
    }

    private static Entry map(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getInt("number"),
                Instant.ofEpochMilli(Sql.millis(row, "created_at")).toString(),
                row.getString("cause"),
                row.getInt("needed"),
                row.getInt("reused"),
                row.getInt("made"),
                row.getLong("spent") / 1000.0,
                row.getLong("saved") / 1000.0,
                state(row));
    }

    private static String state(ResultSet row) throws SQLException {
        boolean all = row.getInt("made") == row.getInt("needed");
        if (row.getBoolean("complete") && all) {
            return "done";
        }
        if (!row.getBoolean("followed")) {
            return "replaced";
        }
        if (row.getInt("failed") > 0) {
            return "failed";
        }
        return row.getBoolean("complete") ? "encoding" : "planning";
    }
}

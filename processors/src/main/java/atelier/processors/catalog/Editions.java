package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code editions}, {@code edition_renditions} and {@code edition_segments}. */
public final class Editions {
    private final JdbcClient sql;
    private final Clock clock;

    public Editions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins the artwork's next edition; to be called with the artwork's row locked. */
    public Edition begin(long artworkId, long planId, String state, List<String> renditions) {
        long id = sql.sql("""
                        INSERT INTO editions (artwork_id, plan_id, number, state, created_at)
                        SELECT :artwork, :plan, COALESCE(MAX(number), 0) + 1, :state, :now
                        FROM editions WHERE artwork_id = :artwork RETURNING id""")
                .param("artwork", artworkId)
                .param("plan", planId)
                .param("state", state)
                .param("now", Sql.now(clock))
                .query(Long.class)
                .single();
        renditions.forEach(type -> sql.sql("INSERT INTO edition_renditions (edition_id, format_type) VALUES (?, ?)")
                .params(id, type)
                .update());
        return current(artworkId).orElseThrow();
    }

    /** The artwork's newest edition. */
    public Optional<Edition> current(long artworkId) {
        return sql.sql("SELECT * FROM editions WHERE artwork_id = :artwork ORDER BY number DESC LIMIT 1")
                .param("artwork", artworkId)
                .query(this::map)
                .optional();
    }

    /** The first edition of a plan. */
    public Optional<Edition> firstOf(long planId) {
        return sql.sql("SELECT * FROM editions WHERE plan_id = ? ORDER BY number LIMIT 1")
                .params(planId)
                .query(this::map)
                .optional();
    }

    /** The artwork's editions that have not come to their end: players may have any of them open. */
    public List<Edition> growing(long artworkId) {
        return sql.sql("""
                        SELECT * FROM editions
                        WHERE artwork_id = ? AND state IN ('growing', 'followed') ORDER BY number""").params(artworkId).query(this::map).list();
    }

    /** Takes back an edition that never was current: its number is free again. */
    public void withdraw(long id) {
        sql.sql("DELETE FROM editions WHERE id = ?").params(id).update();
    }

    public void state(long id, String state) {
        sql.sql("UPDATE editions SET state = :state WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .update();
    }

    /** Records a segment that the edition lists; those listed before stay. */
    public void list(long editionId, EditionSegment segment) {
        sql.sql("""
                        INSERT IGNORE INTO edition_segments
                            (edition_id, format_type, position, fingerprint, start_ticks, segment)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        editionId,
                        segment.formatType(),
                        segment.position(),
                        segment.fingerprint(),
                        segment.startTicks(),
                        segment.segment())
                .update();
    }

    /** How many segments of a rendition the edition lists. */
    public int listed(long editionId, String formatType) {
        return sql.sql("SELECT COUNT(*) FROM edition_segments WHERE edition_id = ? AND format_type = ?")
                .params(editionId, formatType)
                .query(Integer.class)
                .single();
    }

    private Edition map(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        List<String> renditions = sql.sql("SELECT format_type FROM edition_renditions WHERE edition_id = ?")
                .params(id)
                .query(String.class)
                .list();
        return new Edition(
                id,
                row.getLong("artwork_id"),
                row.getLong("plan_id"),
                row.getInt("number"),
                row.getString("state"),
                renditions,
                Sql.millis(row, "created_at"));
    }
}

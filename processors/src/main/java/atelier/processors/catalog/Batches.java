package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code batches} and {@code batch_findings}. */
public final class Batches {
    private final JdbcClient sql;
    private final Clock clock;

    public Batches(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins a batch; its key. */
    public long begin(String cause, String urgency, boolean dryRun) {
        return sql.sql("""
                        INSERT INTO batches (cause, urgency, dry_run, state, started_at)
                        VALUES (:cause, :urgency, :dry, 'running', :now) RETURNING id""")
                .param("cause", cause)
                .param("urgency", urgency)
                .param("dry", dryRun)
                .param("now", Sql.now(clock))
                .query(Long.class)
                .single();
    }

    public Optional<Batch> find(long id) {
        return sql.sql("SELECT * FROM batches WHERE id = :id")
                .param("id", id)
                .query(Batches::map)
                .optional();
    }

    /** The batch that was begun last. */
    public Optional<Batch> latest() {
        return sql.sql("SELECT * FROM batches ORDER BY id DESC LIMIT 1")
                .query(Batches::map)
                .optional();
    }

    /** A batch that has not ended, other than dry runs. */
    public Optional<Batch> running() {
        return sql.sql("SELECT * FROM batches WHERE state = 'running' AND NOT dry_run ORDER BY id LIMIT 1")
                .query(Batches::map)
                .optional();
    }

    /** The artworks that come next, by key. */
    public List<Long> next(long reached, int limit) {
        return sql.sql("SELECT id FROM artworks WHERE id > :reached ORDER BY id LIMIT :limit")
                .param("reached", reached)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Records that an artwork was looked at; what is to be made of it is counted. */
    public void reached(long id, long artworkId, int needed, int reused) {
        sql.sql("""
                        UPDATE batches SET reached = :artwork, artworks = artworks + 1, changed = changed + :changed,
                            needed = needed + :needed, reused = reused + :reused
                        WHERE id = :id AND reached < :artwork""")
                .param("id", id)
                .param("artwork", artworkId)
                .param("changed", needed > 0 ? 1 : 0)
                .param("needed", needed)
                .param("reused", needed > 0 ? reused : 0)
                .update();
    }

    /** Records what was found, once. */
    public void found(long id, long artworkId, BatchFinding finding) {
        sql.sql("""
                        INSERT IGNORE INTO batch_findings (batch_id, artwork_id, kind, text, needed, reused)
                        VALUES (:batch, :artwork, :kind, :text, :needed, :reused)""")
                .param("batch", id)
                .param("artwork", artworkId)
                .param("kind", finding.kind())
                .param("text", finding.text())
                .param("needed", finding.needed())
                .param("reused", finding.reused())
                .update();
    }

    /** Records its end. */
    public void end(long id, String state, Optional<String> error) {
        sql.sql("UPDATE batches SET state = :state, error = :error, ended_at = :now WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("error", error.orElse(null))
                .param("now", Sql.now(clock))
                .update();
    }

    /** A page of what was found. */
    public List<BatchFinding> findings(long id, int offset, int limit) {
        return sql.sql("""
                        SELECT a.slug, f.* FROM batch_findings f JOIN artworks a ON a.id = f.artwork_id
                        WHERE f.batch_id = :id ORDER BY f.id LIMIT :limit OFFSET :offset""")
                .param("id", id)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new BatchFinding(
                        row.getString("slug"),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getInt("needed"),
                        row.getInt("reused")))
                .list();
    }

    private static Batch map(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getString("cause"),
                row.getString("urgency"),
                row.getBoolean("dry_run"),
                row.getString("state"),
                row.getLong("reached"),
                row.getInt("artworks"),
                row.getInt("changed"),
                row.getInt("needed"),
                row.getInt("reused"));
    }
}

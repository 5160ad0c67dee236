package atelier.processors.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code overrides}: renditions that an artist delivered, in use. */
public final class Overrides {
    private final JdbcClient sql;
    private final Clock clock;

    public Overrides(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes an input as the artwork's rendition; it replaces the override that was there. */
    public void put(long artworkId, String formatType, long inputId) {
        sql.sql("""
                        REPLACE INTO overrides (artwork_id, format_type, input_id, created_at)
                        VALUES (:artwork, :type, :input, :now)""")
                .param("artwork", artworkId)
                .param("type", formatType)
                .param("input", inputId)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Uses it no longer; whether there was one. */
    public boolean remove(long artworkId, String formatType) {
        return sql.sql("DELETE FROM overrides WHERE artwork_id = :artwork AND format_type = :type")
                        .param("artwork", artworkId)
                        .param("type", formatType)
                        .update()
                == 1;
    }

    /** The input that is used as that rendition. */
    public Optional<Long> input(long artworkId, String formatType) {
        return sql.sql("SELECT input_id FROM overrides WHERE artwork_id = :artwork AND format_type = :type")
                .param("artwork", artworkId)
                .param("type", formatType)
                .query(Long.class)
                .optional();
    }

    /** The inputs that are used as overrides. */
    public List<Long> inputs(long artworkId) {
        return sql.sql("SELECT input_id FROM overrides WHERE artwork_id = :artwork ORDER BY format_type")
                .param("artwork", artworkId)
                .query(Long.class)
                .list();
    }
}

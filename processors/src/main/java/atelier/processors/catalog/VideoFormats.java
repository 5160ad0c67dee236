package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code video_formats}. */
public final class VideoFormats {
    private final JdbcClient sql;
    private final Clock clock;

    public VideoFormats(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Records a delivered file as this form of the artwork, replacing what was there; its key. */
    public long deliver(long artworkId, String formatType, String origin, String path, long size) {
        sql.sql("""
                        INSERT INTO video_formats
                            (artwork_id, format_type, origin, state, file_path, file_size, created_at, updated_at)
                        VALUES (:artwork, :type, :origin, 'waiting', :path, :size, :now, :now)
                        ON DUPLICATE KEY UPDATE origin = VALUES(origin), state = 'waiting', error = NULL,
                            file_path = VALUES(file_path), file_size = VALUES(file_size), file_hash = NULL,
                            updated_at = VALUES(updated_at)""")
                .param("artwork", artworkId)
                .param("type", formatType)
                .param("origin", origin)
                .param("path", path)
                .param("size", size)
                .param("now", Sql.now(clock))
                .update();
        return find(artworkId, formatType).orElseThrow().id();
    }

    /** The form of the artwork of that type, absent where there is none yet; its key. */
    public long findOrCreate(long artworkId, String formatType) {
        sql.sql("""
                        INSERT IGNORE INTO video_formats (artwork_id, format_type, origin, state, created_at, updated_at)
                        VALUES (:artwork, :type, 'encoded', 'absent', :now, :now)""")
                .param("artwork", artworkId)
                .param("type", formatType)
                .param("now", Sql.now(clock))
                .update();
        return find(artworkId, formatType).orElseThrow().id();
    }

    /**
     * Records that a rendition is to be made; its key.
     *
     * @param origin {@code encoded}, or {@code override} where it is made of what an artist delivered as it
     * @param parentId the form that it is made of
     */
    public long plan(
            long artworkId, String formatType, String origin, long parentId, String recipe, int width, int height) {
        sql.sql("""
                        INSERT INTO video_formats (artwork_id, format_type, origin, state, recipe_fingerprint,
                            width, height, parent_format_id, created_at, updated_at)
                        VALUES (:artwork, :type, :origin, 'waiting', :recipe, :width, :height, :parent, :now, :now)
                        ON DUPLICATE KEY UPDATE origin = VALUES(origin), state = 'waiting', error = NULL,
                            file_hash = NULL, file_size = NULL, recipe_fingerprint = VALUES(recipe_fingerprint), width = VALUES(width),
                            height = VALUES(height), parent_format_id = VALUES(parent_format_id),
                            updated_at = VALUES(updated_at)""")
                .param("artwork", artworkId)
                .param("type", formatType)
                .param("origin", origin)
                .param("recipe", recipe)
                .param("width", width)
                .param("height", height)
                .param("parent", parentId)
                .param("now", Sql.now(clock))
                .update();
        return find(artworkId, formatType).orElseThrow().id();
    }

    /** Marks the renditions that the present plan does not make. */
    public void absentExcept(long artworkId, List<String> formatTypes) {
        sql.sql("""
                        UPDATE video_formats SET state = 'absent', updated_at = :now
                        WHERE artwork_id = :artwork AND format_type NOT IN (:types)
                            AND format_type <> 'SOURCE'""")
                .param("artwork", artworkId)
                .param("types", formatTypes)
                .param("now", Sql.now(clock))
                .update();
    }

    public Optional<VideoFormat> find(long artworkId, String formatType) {
        return sql.sql("SELECT * FROM video_formats WHERE artwork_id = :artwork AND format_type = :type")
                .param("artwork", artworkId)
                .param("type", formatType)
                .query(VideoFormats::map)
                .optional();
    }

    /** The form of that key. */
    public Optional<VideoFormat> find(long id) {
        return sql.sql("SELECT * FROM video_formats WHERE id = :id")
                .param("id", id)
                .query(VideoFormats::map)
                .optional();
    }

    /** All forms of an artwork but those that its plan does not make. */
    public List<VideoFormat> of(long artworkId) {
        return sql.sql("SELECT * FROM video_formats WHERE artwork_id = :artwork AND state <> 'absent' ORDER BY id")
                .param("artwork", artworkId)
                .query(VideoFormats::map)
                .list();
    }

    /** Whether a file of that content was ever recorded: as a source, an override or a finished rendition. */
    public List<VideoFormat> withHash(String hash) {
        return sql.sql("SELECT * FROM video_formats WHERE file_hash = :hash ORDER BY id")
                .param("hash", hash)
                .query(VideoFormats::map)
                .list();
    }

    /** Records the whole file's hash, size and state. */
    public void complete(long id, String hash, long size) {
        sql.sql("""
                        UPDATE video_formats SET state = 'complete', file_hash = :hash, file_size = :size,
                            error = NULL, updated_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("hash", hash)
                .param("size", size)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Records a state, and why where it failed. */
    public void state(long id, String state, Optional<String> error) {
        sql.sql("UPDATE video_formats SET state = :state, error = :error, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("error", error.orElse(null))
                .param("now", Sql.now(clock))
                .update();
    }

    private static VideoFormat map(ResultSet row, int number) throws SQLException {
        return new VideoFormat(
                row.getLong("id"),
                row.getLong("artwork_id"),
                row.getString("format_type"),
                row.getString("origin"),
                row.getString("state"),
                Sql.text(row, "file_hash"),
                Sql.number(row, "file_size"),
                row.getInt("width"),
                row.getInt("height"),
                Sql.text(row, "error"));
    }
}

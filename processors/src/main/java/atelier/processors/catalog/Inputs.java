package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code inputs}. */
public final class Inputs {
    private static final String SELECT =
            "SELECT i.*, f.artwork_id FROM inputs i JOIN video_formats f ON f.id = i.video_format_id ";

    private final JdbcClient sql;
    private final Clock clock;

    public Inputs(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Records a file that is to be read; its key. */
    public long create(long videoFormatId, String path, long size) {
        return sql.sql("""
                        INSERT INTO inputs (video_format_id, file_path, file_size, created_at)
                        VALUES (:format, :path, :size, :now) RETURNING id""")
                .param("format", videoFormatId)
                .param("path", path)
                .param("size", size)
                .param("now", Sql.now(clock))
                .query(Long.class)
                .single();
    }

    public Optional<Input> find(long id) {
        return sql.sql(SELECT + "WHERE i.id = :id")
                .param("id", id)
                .query(Inputs::map)
                .optional();
    }

    /** The file's date when it was hashed, in milliseconds since the epoch. */
    public Optional<Long> modified(long id) {
        return sql.sql("SELECT modified_ms FROM inputs WHERE id = :id AND modified_ms IS NOT NULL")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Records the file's date. */
    public void modified(long id, long millis) {
        sql.sql("UPDATE inputs SET modified_ms = :millis WHERE id = :id")
                .param("id", id)
                .param("millis", millis)
                .update();
    }

    /** What was known of the input when it was read to its end, as JSON. */
    public Optional<String> timeline(long id) {
        return sql.sql("SELECT timeline FROM inputs WHERE id = :id AND timeline IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The paths of all files that were ever recorded. */
    public List<String> paths() {
        return sql.sql("SELECT file_path FROM inputs").query(String.class).list();
    }

    public void media(long id, String json) {
        sql.sql("UPDATE inputs SET media = :media WHERE id = :id")
                .param("id", id)
                .param("media", json)
                .update();
    }

    public void hash(long id, String hash) {
        sql.sql("UPDATE inputs SET file_hash = :hash WHERE id = :id")
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    /** Records that the file was read to its end. */
    public void indexed(long id, int chunkCount, String timeline) {
        sql.sql("""
                        UPDATE inputs SET chunk_count = :count, timeline = :timeline, indexed_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("count", chunkCount)
                .param("timeline", timeline)
                .param("now", Sql.now(clock))
                .update();
    }

    private static Input map(ResultSet row, int number) throws SQLException {
        int chunks = row.getInt("chunk_count");
        OptionalInt chunkCount = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(chunks);
        return new Input(
                row.getLong("id"),
                row.getLong("video_format_id"),
                row.getLong("artwork_id"),
                row.getString("file_path"),
                row.getLong("file_size"),
                Sql.text(row, "file_hash"),
                Sql.text(row, "media"),
                Sql.millis(row, "created_at"),
                chunkCount);
    }
}

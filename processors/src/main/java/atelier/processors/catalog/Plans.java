package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code rendition_chunks}: of which outputs each rendition consists. */
public final class Plans {
    private static final String SELECT = """
            SELECT r.*, f.format_type, f.artwork_id, o.state FROM rendition_chunks r
            JOIN video_formats f ON f.id = r.video_format_id
            JOIN outputs o ON o.fingerprint = r.fingerprint
            """;

    private final JdbcClient sql;

    public Plans(JdbcClient sql) {
        this.sql = sql;
    }

    /** Records a row; one that an interrupted planning recorded before stays. */
    public void add(PlannedChunk chunk) {
        sql.sql("""
                        INSERT IGNORE INTO rendition_chunks
                            (video_format_id, input_id, number, fingerprint, start_ticks, expected_segments,
                             duration_ms, reason)
                        VALUES (:format, :input, :number, :fingerprint, :start, :segments, :duration, :reason)""")
                .param("format", chunk.formatId())
                .param("input", chunk.inputId())
                .param("number", chunk.number())
                .param("fingerprint", chunk.fingerprint())
                .param("start", chunk.startTicks())
                .param("segments", chunk.expectedSegments())
                .param("duration", chunk.durationMillis())
                .param("reason", chunk.reason())
                .update();
    }

    /** The rows of all renditions that are made of an input, by rendition, in order. */
    public List<PlannedChunk> ofInput(long inputId) {
        return sql.sql(SELECT + "WHERE r.input_id = :input ORDER BY f.id, r.number")
                .param("input", inputId)
                .query(Plans::map)
                .list();
    }

    /** The rows of all renditions for one chunk of an input. */
    public List<PlannedChunk> ofChunk(long inputId, int number) {
        return sql.sql(SELECT + "WHERE r.input_id = :input AND r.number = :number ORDER BY f.id")
                .param("input", inputId)
                .param("number", number)
                .query(Plans::map)
                .list();
    }

    /** All segments of all renditions that are made of an input, by rendition, in order. */
    public List<PlannedSegment> segmentsOfInput(long inputId) {
        return sql.sql("""
                        SELECT f.format_type, r.number AS chunk, r.fingerprint, r.start_ticks, o.state, o.error,
                            p.start_ticks IS NOT NULL AS placed, s.number, s.duration_ticks, s.bytes
                        FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        LEFT JOIN placements p ON p.fingerprint = r.fingerprint AND p.start_ticks = r.start_ticks
                        LEFT JOIN segments s ON s.fingerprint = r.fingerprint
                        WHERE r.input_id = :input ORDER BY f.id, r.number, s.number""").param("input", inputId).query(Plans::segment).list();
    }

    /** A row that needs the output, of the youngest input: the likeliest to be still there. */
    public Optional<PlannedChunk> needing(String fingerprint) {
        return sql.sql(SELECT + "WHERE r.fingerprint = :fingerprint ORDER BY r.input_id DESC LIMIT 1")
                .param("fingerprint", fingerprint)
                .query(Plans::map)
                .optional();
    }

    /** Lets rows that needed one output need another one. */
    public void repoint(String from, String to) {
        sql.sql("UPDATE rendition_chunks SET fingerprint = :to WHERE fingerprint = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static PlannedSegment segment(ResultSet row, int number) throws SQLException {
        int segment = row.getInt("number");
        boolean none = row.wasNull();
        return new PlannedSegment(
                row.getString("format_type"),
                row.getInt("chunk"),
                row.getString("fingerprint"),
                row.getLong("start_ticks"),
                row.getString("state"),
                row.getBoolean("placed"),
                Sql.text(row, "error"),
                none
                        ? Optional.empty()
                        : Optional.of(new Segment(segment, row.getLong("duration_ticks"), row.getLong("bytes"))));
    }

    private static PlannedChunk map(ResultSet row, int number) throws SQLException {
        return new PlannedChunk(
                row.getLong("video_format_id"),
                row.getString("format_type"),
                row.getLong("artwork_id"),
                row.getLong("input_id"),
                row.getInt("number"),
                row.getString("fingerprint"),
                row.getLong("start_ticks"),
                row.getInt("expected_segments"),
                row.getLong("duration_ms"),
                row.getString("reason"),
                row.getString("state"));
    }
}

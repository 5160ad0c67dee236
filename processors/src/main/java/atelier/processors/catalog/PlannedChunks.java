package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code rendition_chunks}: of which outputs each rendition of a plan consists. */
public final class PlannedChunks {
    private static final String SELECT = """
            SELECT r.*, f.format_type, f.artwork_id, o.state, p.recipe, p.copied, l.urgency FROM rendition_chunks r
            JOIN plans l ON l.id = r.plan_id
            JOIN video_formats f ON f.id = r.video_format_id
            JOIN plan_renditions p ON p.plan_id = r.plan_id AND p.video_format_id = r.video_format_id
            JOIN outputs o ON o.fingerprint = r.fingerprint
            """;

    private final JdbcClient sql;
    private final Json json = new Json();

    public PlannedChunks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Records a row, if it is not there: one that was recorded before stays. */
    public void add(PlannedChunk chunk, boolean needed) {
        add(List.of(chunk), each -> needed);
    }

    /**
     * Records rows of a plan in one statement; those that were recorded before stay.
     *
     * @param needed whether the output of a row is missing
     * @return those that were not there before
     */
    public List<PlannedChunk> add(List<PlannedChunk> chunks, Predicate<PlannedChunk> needed) {
        Set<String> added = Set.copyOf(sql.sql("""
                        INSERT IGNORE INTO rendition_chunks
                            (plan_id, video_format_id, input_id, stream, number, fingerprint, start_ticks, expected_segments,
                             duration_ms, reason, needed)
                        SELECT j.* FROM JSON_TABLE(:rows, '$[*]' COLUMNS (
                            plan BIGINT PATH '$.plan', format BIGINT PATH '$.format', input BIGINT PATH '$.input',
                            stream INT PATH '$.stream', number INT PATH '$.number', fingerprint CHAR(64) PATH '$.fingerprint',
                            start BIGINT PATH '$.start', segments INT PATH '$.segments',
                            duration INT PATH '$.duration', reason VARCHAR(255) PATH '$.reason',
                            needed BOOLEAN PATH '$.needed')) j
                        RETURNING CONCAT(video_format_id, ' ', number)""")
                .param(
                        "rows",
                        json.write(
                                chunks.stream().map(each -> row(each, needed)).toList()))
                .query(String.class)
                .list());
        return chunks.stream()
                .filter(each -> added.contains(each.formatId() + " " + each.number()))
                .toList();
    }

    private static Map<String, Object> row(PlannedChunk chunk, Predicate<PlannedChunk> needed) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "plan", chunk.planId(),
                "format", chunk.formatId(),
                "input", chunk.inputId(),
                "number", chunk.number(),
                "fingerprint", chunk.fingerprint(),
                "start", chunk.startTicks(),
                "segments", chunk.expectedSegments(),
                "duration", chunk.durationMillis(),
                "reason", chunk.reason(),
                "needed", needed.test(chunk) ? 1 : 0));
        chunk.sound().ifPresent(stream -> row.put("stream", stream));
        return row;
    }

    /** The rows of all renditions of a plan, by rendition, in order. */
    public List<PlannedChunk> of(long planId) {
        return sql.sql(SELECT + "WHERE r.plan_id = :plan ORDER BY f.id, r.number")
                .param("plan", planId)
                .query(PlannedChunks::map)
                .list();
    }

    /** The rows of all renditions of a plan for one chunk of an input. */
    public List<PlannedChunk> ofChunk(long planId, long inputId, int number) {
        return sql.sql(SELECT + "WHERE r.plan_id = :plan AND r.input_id = :input AND r.number = :number ORDER BY f.id")
                .param("plan", planId)
                .param("input", inputId)
                .param("number", number)
                .query(PlannedChunks::map)
                .list();
    }

    /** The rows that follow one in its rendition, in order; some at most. */
    public List<PlannedChunk> following(PlannedChunk chunk, int limit) {
        return sql.sql(SELECT + """
                        WHERE r.plan_id = :plan AND r.video_format_id = :format AND r.number > :number
                        ORDER BY r.number LIMIT :limit""")
                .param("plan", chunk.planId())
                .param("format", chunk.formatId())
                .param("number", chunk.number())
                .param("limit", limit)
                .query(PlannedChunks::map)
                .list();
    }

    /**
     * The piece of a plan's first sound in pieces that is heard some time behind the beginning of a chunk; none where it is not planned.
     * What sound begins with, an encoder's delay, is some hundredths of a second.
     */
    public Optional<PlannedChunk> soundAt(PlannedChunk chunk, long millis) {
        return sql.sql(SELECT + """
                        JOIN (SELECT b.video_format_id, b.number,
                                1000 * b.start_ticks / JSON_VALUE(s.span, '$.rate') AS start_ms
                            FROM rendition_chunks b JOIN sound_pieces s
                                ON s.input_id = b.input_id AND s.stream = b.stream AND s.number = b.number
                            WHERE b.plan_id = :plan) t
                            ON t.video_format_id = r.video_format_id AND t.number = r.number
                        JOIN (SELECT 1000 * :start / JSON_VALUE(span, '$.timescale') + :millis AS ms FROM chunks
                            WHERE input_id = :input AND number = :number) w
                        WHERE r.plan_id = :plan AND t.start_ms <= w.ms + 100 AND t.start_ms + r.duration_ms > w.ms
                        ORDER BY r.video_format_id, r.number LIMIT 1""")
                .param("plan", chunk.planId())
                .param("input", chunk.inputId())
                .param("number", chunk.number())
                .param("start", chunk.startTicks())
                .param("millis", millis)
                .query(PlannedChunks::map)
                .optional();
    }

    /** All segments of all renditions of a plan, by rendition, in order. */
    public List<PlannedSegment> segments(long planId) {
        return sql.sql("""
                        SELECT f.format_type, r.number AS chunk, r.fingerprint, r.start_ticks, r.duration_ms, o.state, o.error,
                            p.start_ticks IS NOT NULL AS placed, s.number, s.duration_ticks, s.bytes
                        FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        LEFT JOIN placements p ON p.fingerprint = r.fingerprint AND p.start_ticks = r.start_ticks
                        LEFT JOIN segments s ON s.fingerprint = r.fingerprint
                        WHERE r.plan_id = :plan ORDER BY f.id, r.number, s.number""").param("plan", planId).query(PlannedChunks::segment).list();
    }

    /** A row that needs the output, of a plan that is followed, or else of the youngest one. */
    public Optional<PlannedChunk> needing(String fingerprint) {
        return sql.sql(SELECT + """
                        LEFT JOIN artworks a ON a.plan_id = r.plan_id
                        WHERE r.fingerprint = :fingerprint ORDER BY a.id IS NULL, l.urgency = 'nightly', r.plan_id DESC LIMIT 1""")
                .param("fingerprint", fingerprint)
                .query(PlannedChunks::map)
                .optional();
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
                row.getLong("duration_ms"),
                Sql.text(row, "error"),
                none
                        ? Optional.empty()
                        : Optional.of(new Segment(segment, row.getLong("duration_ticks"), row.getLong("bytes"))));
    }

    private static PlannedChunk map(ResultSet row, int number) throws SQLException {
        return new PlannedChunk(
                row.getLong("plan_id"),
                row.getLong("video_format_id"),
                row.getString("format_type"),
                row.getString("recipe"),
                row.getLong("artwork_id"),
                row.getLong("input_id"),
                Sql.integer(row, "stream"),
                row.getInt("number"),
                row.getString("fingerprint"),
                row.getLong("start_ticks"),
                row.getInt("expected_segments"),
                row.getLong("duration_ms"),
                row.getString("reason"),
                row.getString("urgency"),
                Sql.integer(row, "copied"),
                row.getString("state"));
    }
}

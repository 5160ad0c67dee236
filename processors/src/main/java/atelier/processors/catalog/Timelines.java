package atelier.processors.catalog;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.SoundSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a plan knows of the timelines of its renditions, before and after their outputs are made. */
public final class Timelines {
    private final JdbcClient sql;
    private final Json json;

    public Timelines(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A stretch of a rendition that is stored, in seconds.
     *
     * @param from its beginning
     * @param to its end
     */
    public record Stretch(double from, double to) {}

    /**
     * A rendition's timeline as far as it is listed.
     *
     * @param chunks in order
     * @param toItsEnd whether what is not read yet is listed to its end, by the source's index
     */
    public record Listing(List<TimelineChunk> chunks, boolean toItsEnd) {
        public Listing {
            chunks = List.copyOf(chunks);
        }
    }

    private record Placed(TimelineChunk chunk, boolean toItsEnd) {}

    private record Piece(String formatType, double from, double to, boolean there) {}

    /**
     * What a rendition consists of, in order. What is listed before it is known has its place's name for a fingerprint, then and
     * afterwards: addresses that were given out stay.
     */
    public List<TimelineChunk> chunks(long planId, String formatType) {
        return listing(planId, formatType).chunks();
    }

    /** The same, and whether it is listed to its end. Places first: what is planned since has one, or comes behind what is listed. */
    public Listing listing(long planId, String formatType) {
        List<Placed> places = places(planId, formatType);
        Map<Integer, TimelineChunk> all = new TreeMap<>();
        planned(planId, formatType).forEach(each -> all.put(each.number(), each));
        places.forEach(each -> all.put(each.chunk().number(), each.chunk()));
        return new Listing(List.copyOf(all.values()), places.stream().anyMatch(Placed::toItsEnd));
    }

    private List<Placed> places(long planId, String formatType) {
        return sql.sql("""
                        SELECT p.number, p.name AS fingerprint, p.start_ticks, p.duration_ms, COALESCE(o.state, '') AS state,
                            NULL AS copied, IF(p.stream IS NULL, p.span, NULL) AS span,
                            IF(p.stream IS NULL, NULL, p.span) AS sound, l.listed
                        FROM places p
                        JOIN plans l ON l.id = p.plan_id
                        JOIN video_formats f ON f.id = p.video_format_id
                        LEFT JOIN rendition_chunks r
                            ON r.plan_id = p.plan_id AND r.video_format_id = p.video_format_id AND r.number = p.number
                        LEFT JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE p.plan_id = :plan AND f.format_type = :type""")
                .param("plan", planId)
                .param("type", formatType)
                .query((row, n) -> new Placed(chunk(row, n), row.getBoolean("listed")))
                .list();
    }

    private List<TimelineChunk> planned(long planId, String formatType) {
        return sql.sql("""
                        SELECT r.*, o.state, p.copied, c.span, s.span AS sound FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN plan_renditions p ON p.plan_id = r.plan_id AND p.video_format_id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        LEFT JOIN chunks c ON c.input_id = r.input_id AND c.number = r.number AND o.kind = 'VIDEO'
                        LEFT JOIN sound_pieces s
                            ON s.input_id = r.input_id AND s.stream = r.stream AND s.number = r.number
                        WHERE r.plan_id = :plan AND f.format_type = :type ORDER BY r.number""")
                .param("plan", planId)
                .param("type", formatType)
                .query(this::chunk)
                .list();
    }

    /** What the init segment of a rendition says, once there is any. */
    public Optional<StreamInfo> info(long planId, String formatType) {
        return sql.sql("""
                        SELECT o.init FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint AND o.init IS NOT NULL
                        WHERE r.plan_id = :plan AND f.format_type = :type ORDER BY r.number LIMIT 1""")
                .param("plan", planId)
                .param("type", formatType)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, StreamInfo.class));
    }

    /** What is stored of each video rendition. */
    public Map<String, List<Stretch>> stored(long planId) {
        List<Piece> pieces =
                sql.sql("""
                        SELECT f.format_type, r.start_ticks AS start, JSON_VALUE(c.span, '$.durationTicks') AS duration,
                            JSON_VALUE(c.span, '$.timescale') AS timescale,
                            o.state = 'made' AND p.start_ticks IS NOT NULL AS there
                        FROM rendition_chunks r
                        JOIN chunks c ON c.input_id = r.input_id AND c.number = r.number
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint AND o.kind = 'VIDEO'
                        LEFT JOIN placements p ON p.fingerprint = r.fingerprint AND p.start_ticks = r.start_ticks
                        WHERE r.plan_id = :plan ORDER BY f.id, r.number""").param("plan", planId).query(Timelines::piece).list();
        Map<String, List<Stretch>> stored = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            List<Stretch> list = stored.computeIfAbsent(piece.formatType(), type -> new ArrayList<>());
            if (piece.there()) {
                join(list, new Stretch(piece.from(), piece.to()));
            }
        }
        return stored;
    }

    /** Chunks that follow each other have the very same border. */
    private static Piece piece(ResultSet row, int number) throws SQLException {
        double timescale = row.getDouble("timescale");
        long start = row.getLong("start");
        return new Piece(
                row.getString(1),
                start / timescale,
                (start + row.getLong("duration")) / timescale,
                row.getBoolean("there"));
    }

    private static void join(List<Stretch> list, Stretch next) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).to() == next.from()) {
            list.set(last, new Stretch(list.get(last).from(), next.to()));
        } else {
            list.add(next);
        }
    }

    private TimelineChunk chunk(ResultSet row, int number) throws SQLException {
        return new TimelineChunk(
                row.getInt("number"),
                row.getString("fingerprint"),
                row.getLong("start_ticks"),
                row.getLong("duration_ms"),
                row.getString("state").equals("made"),
                Sql.text(row, "span").map(text -> json.read(text, ChunkSpan.class)),
                Sql.text(row, "sound").map(text -> json.read(text, SoundSpan.class)),
                Sql.integer(row, "copied"));
    }
}

package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the store should hold of outputs. An output's files are written and removed with its row locked, and none of one that
 * is made is ever written: so whatever it consists of is of one encode, however many there were at a time.
 */
public final class OutputFiles {
    private final JdbcClient sql;
    private final Json json;

    public OutputFiles(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Locks the output's row until the transaction ends; its state, where there is such an output. */
    public Optional<String> lock(String fingerprint) {
        return sql.sql("SELECT state FROM outputs WHERE fingerprint = :fp FOR UPDATE")
                .param("fp", fingerprint)
                .query(String.class)
                .optional();
    }

    /** Records an init segment in place of any before. */
    public void init(String fingerprint, StreamInfo info, long bytes, String sha256) {
        sql.sql("UPDATE outputs SET init = :init, timescale = :timescale WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .param("init", json.write(info))
                .param("timescale", info.timescale())
                .update();
        own(fingerprint, bytes, sha256);
    }

    /** Records that small pictures of an output are stored. */
    public void sheet(String fingerprint, long bytes) {
        sql.sql("UPDATE outputs SET sheet_bytes = :bytes WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .param("bytes", bytes)
                .update();
    }

    /** Records the file that an output has beside its segments. */
    public void own(String fingerprint, long bytes, String sha256) {
        sql.sql("UPDATE outputs SET file_bytes = :bytes, file_sha256 = :sha WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .param("bytes", bytes)
                .param("sha", sha256)
                .update();
    }

    /** Records a segment in place of any before. */
    public void segment(String fingerprint, Segment segment, String sha256) {
        sql.sql("""
                        INSERT INTO segments (fingerprint, number, duration_ticks, bytes, sha256)
                        VALUES (:fp, :number, :duration, :bytes, :sha)
                        ON DUPLICATE KEY UPDATE duration_ticks = VALUES(duration_ticks), bytes = VALUES(bytes),
                            sha256 = VALUES(sha256)""")
                .param("fp", fingerprint)
                .param("number", segment.number())
                .param("duration", segment.durationTicks())
                .param("bytes", segment.bytes())
                .param("sha", sha256)
                .update();
    }

    /** Forgets the segments from that number on, which an earlier encode left. */
    public void trim(String fingerprint, int count) {
        sql.sql("DELETE FROM segments WHERE fingerprint = :fp AND number >= :count")
                .param("fp", fingerprint)
                .param("count", count)
                .update();
    }

    /** The hashes of what is stored of an output, made or not: its own file's, then its segments'. */
    public List<String> hashes(String fingerprint) {
        return sql.sql("""
                        SELECT sha FROM (
                            SELECT -1 AS number, file_sha256 AS sha FROM outputs WHERE fingerprint = :fp
                            UNION ALL SELECT number, sha256 FROM segments WHERE fingerprint = :fp) files
                        WHERE sha IS NOT NULL ORDER BY number""").param("fp", fingerprint).query(String.class).list();
    }

    /** What the store should hold of an output; none where it is not made. */
    public Optional<StoredOutput> made(String fingerprint) {
        return made(List.of(fingerprint)).stream().findFirst();
    }

    /** What the store should hold of those outputs that are made. */
    public List<StoredOutput> made(Collection<String> fingerprints) {
        return Sql.pages(fingerprints).flatMap(page -> page(page).stream()).toList();
    }

    private List<StoredOutput> page(List<String> fingerprints) {
        Map<String, SortedMap<Long, List<StoredFile>>> placements = placements(fingerprints);
        return sql.sql("SELECT * FROM outputs WHERE state = 'made' AND fingerprint IN (:page)")
                .param("page", fingerprints)
                .query((row, n) -> new StoredOutput(
                        row.getString("fingerprint"),
                        own(row),
                        placements.getOrDefault(row.getString("fingerprint"), new TreeMap<>())))
                .list();
    }

    /** Fingerprints of outputs that are made, in order: a page of those after that one; empty: from the first. */
    public List<String> madeAfter(String fingerprint, int limit) {
        return sql.sql("""
                        SELECT fingerprint FROM outputs WHERE state = 'made' AND fingerprint > :fp
                        ORDER BY fingerprint LIMIT :limit""")
                .param("fp", fingerprint)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Whether a worker has the output's job in hand now. */
    public boolean isInHand(String fingerprint) {
        return sql.sql("SELECT COUNT(*) FROM encode_jobs WHERE task_instance = :fp AND picked")
                        .param("fp", fingerprint)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes back that an output is made. Its row is to be locked. */
    public void unmake(String fingerprint) {
        sql.sql("DELETE FROM placements WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .update();
        sql.sql("DELETE FROM segments WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .update();
        sql.sql("""
                        UPDATE outputs SET state = 'wanted', error = NULL, bytes = 0, made_at = NULL,
                            init = NULL, timescale = NULL, file_bytes = NULL, file_sha256 = NULL, sheet_bytes = NULL
                        WHERE fingerprint = :fp""").param("fp", fingerprint).update();
    }

    /**
     * Takes back that the renditions which consist of an output are complete, in every artwork: made again, their files have
     * other hashes. The sound is in the file of each rendition.
     */
    public void reopenRenditions(String fingerprint) {
        sql.sql("""
                        UPDATE video_formats f
                        JOIN artworks a ON a.id = f.artwork_id
                        JOIN rendition_chunks r ON r.plan_id = a.plan_id AND r.fingerprint = :fp
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        SET f.state = 'ready', f.file_hash = NULL, f.file_size = NULL
                        WHERE f.state = 'complete' AND f.format_type <> 'SOURCE'
                            AND (f.id = r.video_format_id OR o.kind = 'AUDIO')""").param("fp", fingerprint).update();
    }

    /** Takes back that an output's segments are stored for that start time. Its row is to be locked. */
    public void unplace(String fingerprint, long startTicks) {
        sql.sql("DELETE FROM placements WHERE fingerprint = :fp AND start_ticks = :start")
                .param("fp", fingerprint)
                .param("start", startTicks)
                .update();
    }

    private static StoredFile own(ResultSet row) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        String kind = row.getString("kind");
        OptionalLong bytes = Sql.number(row, "file_bytes");
        return new StoredFile(
                switch (kind) {
                    case "POSTER" -> MediaAddress.poster(fingerprint);
                    case "TEXT" -> MediaAddress.text(fingerprint);
                    default -> MediaAddress.init(fingerprint);
                },
                bytes.isEmpty() && kind.equals("POSTER") ? OptionalLong.of(row.getLong("bytes")) : bytes,
                Sql.text(row, "file_sha256"));
    }

    private Map<String, SortedMap<Long, List<StoredFile>>> placements(List<String> fingerprints) {
        Map<String, SortedMap<Long, List<StoredFile>>> placements = new HashMap<>();
        sql.sql("""
                        SELECT p.fingerprint, p.start_ticks, s.number, s.bytes, s.sha256
                        FROM placements p LEFT JOIN segments s ON s.fingerprint = p.fingerprint
                        WHERE p.fingerprint IN (:page) ORDER BY p.fingerprint, p.start_ticks, s.number""").param("page", fingerprints).query(row -> {
            List<StoredFile> segments = placements
                    .computeIfAbsent(row.getString("fingerprint"), each -> new TreeMap<>())
                    .computeIfAbsent(row.getLong("start_ticks"), each -> new ArrayList<>());
            segment(row).ifPresent(segments::add);
        });
        return placements;
    }

    /** A segment of a placement; none where the output has none. */
    private static Optional<StoredFile> segment(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new StoredFile(
                        MediaAddress.ofPlacement(row.getString("fingerprint"), row.getLong("start_ticks")) + "/"
                                + MediaAddress.segment(number),
                        OptionalLong.of(row.getLong("bytes")),
                        Sql.text(row, "sha256")));
    }
}

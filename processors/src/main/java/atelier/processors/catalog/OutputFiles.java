package atelier.processors.catalog;

import java.util.List;
import java.util.Optional;
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

    /** Records that a poster is stored as WebP, too. */
    public void webp(String fingerprint, long bytes) {
        sql.sql("UPDATE outputs SET webp_bytes = :bytes WHERE fingerprint = :fp")
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
                            init = NULL, timescale = NULL, file_bytes = NULL, file_sha256 = NULL, sheet_bytes = NULL,
                            webp_bytes = NULL
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
}

package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code outputs}, {@code segments} and {@code placements}. */
public final class Outputs {
    private final JdbcClient sql;
    private final Clock clock;
    private final Json json;

    public Outputs(JdbcClient sql, Clock clock, Json json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /** Records that an output is wanted; one that failed before is wanted again. True where it is to be made. */
    public boolean want(String fingerprint, String kind) {
        return !want(Map.of(fingerprint, kind)).get(fingerprint).made();
    }

    /**
     * Records that outputs are wanted, in one statement; those that failed before are wanted again.
     *
     * @param kinds of each, by fingerprint
     * @return them as they are, by fingerprint
     */
    public Map<String, Output> want(Map<String, String> kinds) {
        Map<String, Output> wanted = new HashMap<>();
        sql.sql("""
                        INSERT INTO outputs (fingerprint, kind, state, created_at)
                        SELECT j.fingerprint, j.kind, 'wanted', :now FROM JSON_TABLE(:outputs, '$[*]' COLUMNS (
                            fingerprint CHAR(64) PATH '$.fingerprint', kind VARCHAR(16) PATH '$.kind')) j
                        ON DUPLICATE KEY UPDATE error = IF(state = 'failed', NULL, error),
                            state = IF(state = 'failed', 'wanted', state)
                        RETURNING *""")
                .param("now", Sql.now(clock))
                .param("outputs", json.write(rows(kinds)))
                .query(this::map)
                .list()
                .forEach(each -> wanted.put(each.fingerprint(), each));
        return wanted;
    }

    /** In the order of their names, so that two who want the same do not wait for each other. */
    private static List<Map<String, String>> rows(Map<String, String> kinds) {
        return new TreeMap<>(kinds)
                .entrySet().stream()
                        .map(each -> Map.of("fingerprint", each.getKey(), "kind", each.getValue()))
                        .toList();
    }

    /** The output of that fingerprint, or of that fingerprint by content. */
    public Optional<Output> find(String fingerprint) {
        return sql.sql("SELECT * FROM outputs WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .query(this::map)
                .optional();
    }

    /** Those of some outputs that are made. */
    public Set<String> made(Collection<String> fingerprints) {
        return Sql.pages(fingerprints)
                .flatMap(page -> sql
                        .sql("SELECT fingerprint FROM outputs WHERE state = 'made' AND fingerprint IN (:page)")
                        .param("page", page)
                        .query(String.class)
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }

    /** The output whose fingerprint by content is that one, made ones first. */
    public Optional<Output> findByAlias(String alias) {
        return sql.sql("SELECT * FROM outputs WHERE alias = :alias ORDER BY state = 'made' DESC, created_at LIMIT 1")
                .param("alias", alias)
                .query(this::map)
                .optional();
    }

    /** Those of some fingerprints of which small pictures are stored. */
    public Set<String> withSheets(Collection<String> fingerprints) {
        return Sql.pages(fingerprints)
                .flatMap(page -> sql
                        .sql("SELECT fingerprint FROM outputs WHERE sheet_bytes > 0 AND fingerprint IN (:page)")
                        .param("page", page)
                        .query(String.class)
                        .list()
                        .stream())
                .collect(Collectors.toSet());
    }

    /** Records that an output is made, if nobody has before; whether this call did. */
    public boolean made(String fingerprint, long bytes, Duration cpu, String ffmpegVersion, String encoder) {
        return sql.sql("""
                        UPDATE outputs SET state = 'made', error = NULL, bytes = :bytes, cpu_ms = :cpu,
                            ffmpeg_version = :version, encoder = :encoder, made_at = :now
                        WHERE fingerprint = :fp AND state <> 'made'""")
                        .param("fp", fingerprint)
                        .param("bytes", bytes)
                        .param("cpu", cpu.toMillis())
                        .param("version", ffmpegVersion)
                        .param("encoder", encoder)
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** Records that an output cannot be made, if it is not made already. */
    public boolean failed(String fingerprint, String error) {
        return sql.sql(
                                "UPDATE outputs SET state = 'failed', error = :error WHERE fingerprint = :fp AND state = 'wanted'")
                        .param("fp", fingerprint)
                        .param("error", error)
                        .update()
                == 1;
    }

    /** The segments of an output, in order. */
    public List<Segment> segments(String fingerprint) {
        return sql.sql("SELECT * FROM segments WHERE fingerprint = :fp ORDER BY number")
                .param("fp", fingerprint)
                .query((row, n) ->
                        new Segment(row.getInt("number"), row.getLong("duration_ticks"), row.getLong("bytes")))
                .list();
    }

    /** Records that an output's segments are stored for that start time. */
    public void place(String fingerprint, long startTicks) {
        sql.sql("INSERT IGNORE INTO placements (fingerprint, start_ticks) VALUES (:fp, :start)")
                .param("fp", fingerprint)
                .param("start", startTicks)
                .update();
    }

    /** The start times for which an output's segments are stored. */
    public List<Long> placements(String fingerprint) {
        return sql.sql("SELECT start_ticks FROM placements WHERE fingerprint = :fp ORDER BY start_ticks")
                .param("fp", fingerprint)
                .query(Long.class)
                .list();
    }

    private Output map(ResultSet row, int number) throws SQLException {
        return new Output(
                row.getString("fingerprint"),
                row.getString("kind"),
                row.getString("state"),
                Sql.text(row, "error"),
                Sql.text(row, "init").map(text -> json.read(text, StreamInfo.class)),
                row.getLong("bytes"),
                row.getLong("cpu_ms"));
    }
}

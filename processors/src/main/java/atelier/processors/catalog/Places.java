package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code places}. */
public final class Places {
    private final JdbcClient sql;
    private final Clock clock;
    private final Json json = new Json();

    public Places(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Records places of a plan: not of what is planned, which is listed by its own name; those that were recorded before stay. */
    public void add(long planId, List<Place> places) {
        Sql.pages(places)
                .forEach(page -> sql.sql("""
                        INSERT IGNORE INTO places
                            (plan_id, video_format_id, number, name, stream, start_ticks, duration_ms, span)
                        SELECT :plan, j.* FROM JSON_TABLE(:rows, '$[*]' COLUMNS (
                            format BIGINT PATH '$.format', number INT PATH '$.number', name CHAR(64) PATH '$.name',
                            stream INT PATH '$.stream', start BIGINT PATH '$.start', duration INT PATH '$.duration',
                            span TEXT PATH '$.span')) j
                        WHERE NOT EXISTS (SELECT 1 FROM rendition_chunks r
                            WHERE r.plan_id = :plan AND r.video_format_id = j.format AND r.number = j.number)""")
                        .param("plan", planId)
                        .param("rows", json.write(page.stream().map(Places::row).toList()))
                        .update());
    }

    private static Map<String, Object> row(Place place) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "format", place.formatId(),
                "number", place.number(),
                "name", place.name(),
                "start", place.startTicks(),
                "duration", place.durationMillis(),
                "span", place.span()));
        place.stream().ifPresent(stream -> row.put("stream", stream));
        return row;
    }

    /**
     * A place that somebody asked for.
     *
     * @param segment the first that they wait for, of what will lie there
     */
    public record Wish(Place place, OptionalInt segment) {}

    /**
     * Somebody asks for what lies at a place, and it has not been read.
     *
     * @param segment which of its segments
     * @return whether it will be: its plan is being made
     */
    public boolean ask(String name, OptionalInt segment) {
        Contention.again(() -> sql.sql("""
                        UPDATE places p JOIN plans l ON l.id = p.plan_id AND NOT l.complete
                        SET p.asked_at = COALESCE(p.asked_at, :now),
                            p.asked_segment = LEAST(COALESCE(p.asked_segment, :segment), COALESCE(:segment, p.asked_segment))
                        WHERE p.name = :name""")
                        .param("name", name)
                        .param("segment", segment.isPresent() ? segment.getAsInt() : null)
                        .param("now", Sql.now(clock))
                        .update()
                > 0);
        return sql.sql("""
                        SELECT COUNT(*) FROM places p JOIN plans l ON l.id = p.plan_id AND NOT l.complete
                        JOIN artworks a ON a.plan_id = l.id WHERE p.name = :name""").param("name", name).query(Long.class).single() > 0;
    }

    /** What somebody asked for of a plan that is not planned yet, pictures first, with which their sound is read, and what was asked for last. */
    public List<Wish> asked(long planId) {
        return sql.sql("""
                        SELECT p.* FROM places p LEFT JOIN rendition_chunks r
                            ON r.plan_id = p.plan_id AND r.video_format_id = p.video_format_id AND r.number = p.number
                        WHERE p.plan_id = :plan AND p.asked_at IS NOT NULL AND r.plan_id IS NULL
                        ORDER BY p.stream IS NOT NULL, p.asked_at DESC""")
                .param("plan", planId)
                .query((row, n) -> new Wish(map(row), Sql.integer(row, "asked_segment")))
                .list();
    }

    /** Whether something of a plan that somebody asked for at its place is not made. */
    public boolean isAwaited(long planId) {
        return sql.sql("""
                        SELECT COUNT(*) FROM places p
                        LEFT JOIN rendition_chunks r
                            ON r.plan_id = p.plan_id AND r.video_format_id = p.video_format_id AND r.number = p.number
                        LEFT JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE p.plan_id = :plan AND p.asked_at IS NOT NULL AND COALESCE(o.state, 'wanted') = 'wanted'""").param("plan", planId).query(Long.class).single() > 0;
    }

    /** The outputs that lie at places, by the places' names; of those that are known. */
    public Map<String, String> fingerprints(Collection<String> names) {
        Map<String, String> found = new HashMap<>();
        Sql.pages(names)
                .forEach(page -> sql.sql("""
                        SELECT p.name, r.fingerprint FROM places p JOIN rendition_chunks r
                            ON r.plan_id = p.plan_id AND r.video_format_id = p.video_format_id AND r.number = p.number
                        WHERE p.name IN (:names)""")
                        .param("names", page)
                        .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                        .list());
        return found;
    }

    /** The output that lies at a place, once it is known. */
    public Optional<String> fingerprint(String name) {
        return Optional.ofNullable(fingerprints(List.of(name)).get(name));
    }

    /**
     * Takes the places of a plan back, and what was planned there. The plan gets another number: playlists that list what is not
     * there are gone, and whoever plays by them learns of an address that holds. To be called in a transaction.
     *
     * @param inputId the plan's source
     * @param chunks numbers of chunks that were planned
     * @param pieces numbers of pieces of sound that were planned
     */
    public void retract(long planId, long inputId, Set<Integer> chunks, Set<Integer> pieces) {
        sql.sql("DELETE FROM places WHERE plan_id = :id").param("id", planId).update();
        sql.sql("""
                        UPDATE plans p JOIN (SELECT artwork_id, MAX(number) AS last FROM plans GROUP BY artwork_id) n
                            ON n.artwork_id = p.artwork_id
                        SET p.listed = FALSE, p.number = n.last + 1 WHERE p.id = :id""").param("id", planId).update();
        delete("rendition_chunks WHERE stream IS NULL AND plan_id", planId, chunks);
        delete("rendition_chunks WHERE stream IS NOT NULL AND plan_id", planId, pieces);
        delete("chunks WHERE input_id", inputId, chunks);
        delete("sound_pieces WHERE input_id", inputId, pieces);
    }

    private void delete(String from, long id, Set<Integer> numbers) {
        Sql.pages(numbers)
                .forEach(page -> sql.sql("DELETE FROM " + from + " = :id AND number IN (:numbers)")
                        .param("id", id)
                        .param("numbers", page)
                        .update());
    }

    private static Place map(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("plan_id"),
                row.getLong("video_format_id"),
                row.getInt("number"),
                row.getString("name"),
                Sql.integer(row, "stream"),
                row.getLong("start_ticks"),
                row.getLong("duration_ms"),
                row.getString("span"));
    }
}

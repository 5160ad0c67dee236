package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code artworks}. */
public final class Artworks {
    /** Byte by byte: to the database, a text is otherwise the same with spaces behind it. */
    private static final String LISTED = """
            (:text = '' OR LOCATE(:text, LOWER(CONCAT(slug, ' ', title))) > 0)
            AND (:all OR BINARY SUBSTRING_INDEX(slug, '/', 1) IN (:folders))""";

    private final JdbcClient sql;
    private final Clock clock;

    public Artworks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The artwork of that slug, made where there is none. */
    public Artwork findOrCreate(String slug, String title) {
        sql.sql("""
                        INSERT IGNORE INTO artworks (slug, title, state, created_at, updated_at)
                        VALUES (:slug, :title, 'ingesting', :now, :now)""")
                .param("slug", slug)
                .param("title", title)
                .param("now", Sql.now(clock))
                .update();
        return find(slug).orElseThrow();
    }

    public Optional<Artwork> find(String slug) {
        return sql.sql("SELECT * FROM artworks WHERE slug = :slug")
                .param("slug", slug)
                .query(Artworks::map)
                .optional();
    }

    public Optional<Artwork> find(long id) {
        return sql.sql("SELECT * FROM artworks WHERE id = :id")
                .param("id", id)
                .query(Artworks::map)
                .optional();
    }

    /** Locks the artwork's row until the transaction ends: one place at a time may change its editions. */
    public Optional<Artwork> lock(long id) {
        return sql.sql("SELECT * FROM artworks WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Artworks::map)
                .optional();
    }

    /**
     * A page of artworks, the newest first.
     *
     * @param text part of a slug or title; empty: all
     * @param access which of them are listed
     */
    public List<Artwork> page(String text, Access access, int offset, int limit) {
        return sql.sql("SELECT * FROM artworks WHERE " + LISTED
                        + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset")
                .param("text", text.toLowerCase(java.util.Locale.ROOT))
                .param("all", access.isToAll())
                .param("folders", access.listed())
                .param("limit", limit)
                .param("offset", offset)
                .query(Artworks::map)
                .list();
    }

    /** How many artworks {@link #page} has in all. */
    public long count(String text, Access access) {
        return sql.sql("SELECT COUNT(*) FROM artworks WHERE " + LISTED)
                .param("text", text.toLowerCase(java.util.Locale.ROOT))
                .param("all", access.isToAll())
                .param("folders", access.listed())
                .query(Long.class)
                .single();
    }

    /** A new source begins to be read: what failed before is forgotten, what is published stays. */
    public void begin(long id, long inputId) {
        sql.sql("""
                        UPDATE artworks SET state = 'ingesting', error = NULL, input_id = :input,
                            wanted_version = wanted_version + 1, updated_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("input", inputId)
                .param("now", Sql.now(clock))
                .update();
    }

    /** What the probe found, where the input is still the artwork's. */
    public boolean describe(long id, long inputId, int width, int height, OptionalLong durationMillis) {
        return sql.sql("""
                        UPDATE artworks SET width = :width, height = :height, updated_at = :now,
                            duration_ms = COALESCE(:duration, duration_ms)
                        WHERE id = :id AND input_id = :input""")
                        .param("id", id)
                        .param("input", inputId)
                        .param("width", width)
                        .param("height", height)
                        .param("duration", durationMillis.isPresent() ? durationMillis.getAsLong() : null)
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    public void retitle(long id, String title) {
        sql.sql("UPDATE artworks SET title = :title, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("title", title)
                .param("now", Sql.now(clock))
                .update();
    }

    /**
     * Goes on to another state, where it is in one of the given ones and the input is still the artwork's.
     *
     * @return whether it did
     */
    public boolean transition(long id, long inputId, List<ArtworkState> from, ArtworkState to, Optional<String> error) {
        return sql.sql("""
                        UPDATE artworks SET state = :to, error = :error, updated_at = :now
                        WHERE id = :id AND input_id = :input AND state IN (:from)""")
                        .param("id", id)
                        .param("input", inputId)
                        .param("to", to.text())
                        .param("error", error.orElse(null))
                        .param("from", from.stream().map(ArtworkState::text).toList())
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** Fails an artwork that has nothing to play. */
    public void fail(long id, String error) {
        sql.sql("UPDATE artworks SET state = 'failed', error = :error, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("error", error)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Tells people something of an artwork, which stays as it is. */
    public void note(long id, String error) {
        sql.sql("UPDATE artworks SET error = :error, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("error", error)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Says that the editions of the artworks which need an output may change. */
    public void wantPublishing(String fingerprint) {
        sql.sql("""
                        UPDATE artworks SET wanted_version = wanted_version + 1 WHERE id IN (
                            SELECT f.artwork_id FROM rendition_chunks r JOIN video_formats f ON f.id = r.video_format_id
                            WHERE r.fingerprint = :fingerprint)""").param("fingerprint", fingerprint).update();
    }

    /** The artworks whose present plan needs an output. */
    public List<Long> needing(String fingerprint) {
        return sql.sql("""
                        SELECT DISTINCT a.id FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                        WHERE r.fingerprint = :fingerprint""").param("fingerprint", fingerprint).query(Long.class).list();
    }

    /** Says that the artwork's editions may change. */
    public void wantPublishing(long id) {
        sql.sql("UPDATE artworks SET wanted_version = wanted_version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Artworks whose editions may have to change. */
    public List<Long> waitingForPublishing(int limit) {
        return sql.sql("SELECT id FROM artworks WHERE wanted_version > published_version LIMIT :limit")
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Says that the editions are what the catalogue asks for; to be called with the row locked. */
    public void published(long id) {
        sql.sql("UPDATE artworks SET published_version = wanted_version, updated_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Records the first time that an artwork could be played; true the first time. */
    public boolean firstPlayable(long id) {
        return sql.sql("UPDATE artworks SET first_playable_at = :now WHERE id = :id AND first_playable_at IS NULL")
                        .param("id", id)
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** Whether the artwork could ever be played. */
    public boolean hasBeenPlayable(long id) {
        return sql.sql("SELECT COUNT(*) FROM artworks WHERE id = :id AND first_playable_at IS NOT NULL")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Slugs of the artworks whose sources have the same content as this one's, some at most. */
    public List<String> sameAs(long id) {
        return sql.sql("""
                        SELECT other.slug FROM artworks a
                        JOIN inputs i ON i.id = a.input_id
                        JOIN inputs j ON j.file_hash = i.file_hash
                        JOIN artworks other ON other.input_id = j.id AND other.id <> a.id
                        WHERE a.id = :id ORDER BY other.id LIMIT 20""").param("id", id).query(String.class).list();
    }

    private static Artwork map(ResultSet row, int number) throws SQLException {
        return new Artwork(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                ArtworkState.of(row.getString("state")),
                Sql.text(row, "error"),
                Sql.number(row, "input_id"),
                Sql.number(row, "plan_id"),
                Sql.number(row, "duration_ms"),
                row.getInt("width"),
                row.getInt("height"),
                Sql.text(row, "told_projection").orElse(row.getString("projection")),
                Sql.text(row, "told_stereo").orElse(row.getString("stereo")),
                Sql.millis(row, "created_at"));
    }
}

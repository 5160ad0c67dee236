package atelier.processors.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code artworks}. */
public final class Artworks {
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
                .query(ArtworkRow::map)
                .optional();
    }

    public Optional<Artwork> find(long id) {
        return sql.sql("SELECT * FROM artworks WHERE id = :id")
                .param("id", id)
                .query(ArtworkRow::map)
                .optional();
    }

    /** Locks the artwork's row until the transaction ends: one place at a time may change its editions. */
    public Optional<Artwork> lock(long id) {
        return sql.sql("SELECT * FROM artworks WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ArtworkRow::map)
                .optional();
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
}

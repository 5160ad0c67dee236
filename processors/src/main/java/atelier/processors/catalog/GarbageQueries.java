package atelier.processors.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Publications that nobody needs any more. An edition goes when it was superseded before a time and grows no more; a plan's rows when it was
 * replaced before that time and none but such editions publish it.
 */
public final class GarbageQueries {
    static final String OLD_EDITIONS = """
            SELECT id FROM (
                SELECT id, state, LEAD(created_at) OVER (PARTITION BY artwork_id ORDER BY number) AS superseded
                FROM editions WHERE :artwork = 0 OR artwork_id = :artwork) numbered
            WHERE superseded < :before AND state IN ('ended', 'sealed')""";

    /** One that no other follows and that was never published (its source was refused) counts from its own beginning. */
    static final String OLD_PLANS = """
            SELECT p.id FROM (
                SELECT id, artwork_id, collected_at,
                    COALESCE(LEAD(created_at) OVER (PARTITION BY artwork_id ORDER BY number), created_at) AS replaced
                FROM plans WHERE :artwork = 0 OR artwork_id = :artwork) p
            JOIN artworks a ON a.id = p.artwork_id
            WHERE p.collected_at IS NULL AND p.replaced < :before AND NOT p.id <=> a.plan_id
                AND NOT EXISTS (SELECT 1 FROM editions e WHERE e.plan_id = p.id AND e.id NOT IN (%s))""".formatted(OLD_EDITIONS);

    private final JdbcClient sql;
    private final Clock clock;

    public GarbageQueries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An edition.
     *
     * @param id key
     * @param artworkId whose it is
     * @param slug of the artwork
     * @param number of the edition
     */
    public record OldEdition(long id, long artworkId, String slug, int number) {}

    /**
     * A plan.
     *
     * @param id key
     * @param artworkId whose it is
     */
    public record OldPlan(long id, long artworkId) {}

    /** Editions that are old, and grow no more. */
    public List<OldEdition> editions(Instant before) {
        return old("""
                        SELECT e.id, e.artwork_id, a.slug, e.number FROM editions e JOIN artworks a ON a.id = e.artwork_id
                        WHERE e.id IN (%s) ORDER BY e.id""".formatted(OLD_EDITIONS), before, OptionalLong.empty())
                .query(OldEdition.class)
                .list();
    }

    /** Whether an edition is still old; to be called with the artwork's row locked. */
    public boolean isOldEdition(long id, long artworkId, Instant before) {
        return old(OLD_EDITIONS, before, OptionalLong.of(artworkId))
                .query(Long.class)
                .list()
                .contains(id);
    }

    public void deleteEdition(long id) {
        sql.sql("DELETE FROM editions WHERE id = :id").param("id", id).update();
    }

    /** The numbers of an artwork's editions. */
    public Set<Integer> editionNumbers(long artworkId) {
        return Set.copyOf(sql.sql("SELECT number FROM editions WHERE artwork_id = :artwork")
                .param("artwork", artworkId)
                .query(Integer.class)
                .list());
    }

    /** Whether an artwork's slug lies where another one's editions do: then nothing is removed there. */
    public boolean isSlugBelow(String folder) {
        return sql.sql("SELECT COUNT(*) FROM artworks WHERE slug >= :from AND slug < :to")
                        .param("from", folder + "/")
                        // The character after the slash.
                        .param("to", folder + "0")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Plans whose rows nobody needs any more. */
    public List<OldPlan> plans(Instant before) {
        return old(
                        "SELECT id, artwork_id FROM plans WHERE id IN (%s) ORDER BY id".formatted(OLD_PLANS),
                        before,
                        OptionalLong.empty())
                .query(OldPlan.class)
                .list();
    }

    /** Whether a plan is still old; to be called with the artwork's row locked. */
    public boolean isOldPlan(long id, long artworkId, Instant before) {
        return old(OLD_PLANS, before, OptionalLong.of(artworkId))
                .query(Long.class)
                .list()
                .contains(id);
    }

    /** Sums up what a plan cost and saved, and forgets of which outputs it consisted. */
    public void collectPlan(long id) {
        sql.sql("""
                        UPDATE plans p JOIN (
                            SELECT COALESCE(SUM(r.needed), 0) AS needed,
                                COALESCE(SUM(NOT r.needed), 0) AS reused,
                                COALESCE(SUM(r.needed AND o.state = 'made'), 0) AS made,
                                COALESCE(SUM(IF(r.needed AND o.state = 'made', o.cpu_ms, 0)), 0) AS spent,
                                COALESCE(SUM(IF(r.needed, 0, o.cpu_ms)), 0) AS saved
                            FROM rendition_chunks r JOIN outputs o ON o.fingerprint = r.fingerprint
                            WHERE r.plan_id = :id) f
                        SET p.needed = f.needed, p.reused = f.reused, p.made = f.made, p.spent_ms = f.spent,
                            p.saved_ms = f.saved, p.collected_at = :now
                        WHERE p.id = :id AND p.collected_at IS NULL""").param("id", id).param("now", Sql.now(clock)).update();
        List.of("rendition_chunks", "places")
                .forEach(table -> sql.sql("DELETE FROM " + table + " WHERE plan_id = :id")
                        .param("id", id)
                        .update());
    }

    private StatementSpec old(String text, Instant before, OptionalLong artwork) {
        return sql.sql(text).param("before", utc(before)).param("artwork", artwork.orElse(0));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package atelier.processors.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code demanded_renditions}, and how much artworks are asked for at all. */
public final class Demands {
    /** After how many days a view counts half: what was loved last year need not be there today. */
    private static final int HALF = 7;

    /** What is older counts for nothing: a thousandth. */
    private static final int DAYS = 10 * HALF;

    private static final String SCORE = "SUM((views + downloads) * POW(0.5, DATEDIFF(:today, day) / " + HALF + "))";

    private final JdbcClient sql;
    private final Clock clock;

    /** @param artworkId of which it is */
    public record Demand(long artworkId, String formatType) {}

    public Demands(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody asks for a rendition. Whether nobody had before. */
    public boolean ask(Demand demand) {
        return sql.sql("""
                        INSERT INTO demanded_renditions (artwork_id, format_type, asked_at) VALUES (:artwork, :type, :now)
                        ON DUPLICATE KEY UPDATE asked_at = VALUES(asked_at)""")
                        .param("artwork", demand.artworkId())
                        .param("type", demand.formatType())
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** The renditions that were asked for, of the artwork that a form is of. */
    public Set<String> ofForm(long formatId) {
        return Set.copyOf(sql.sql("""
                        SELECT d.format_type FROM demanded_renditions d
                        JOIN video_formats f ON f.artwork_id = d.artwork_id WHERE f.id = ?""").params(formatId).query(String.class).list());
    }

    /** Nobody asks for it any more. */
    public void drop(Demand demand) {
        sql.sql("DELETE FROM demanded_renditions WHERE artwork_id = ? AND format_type = ?")
                .params(demand.artworkId(), demand.formatType())
                .update();
    }

    /** What nobody asked for lately, of artworks with a low score. */
    public List<Demand> unpopular(Duration keep, double popular) {
        return sql.sql("""
                        SELECT d.artwork_id, d.format_type FROM demanded_renditions d WHERE d.asked_at < :before
                        AND COALESCE((SELECT %s FROM viewing_days v
                            WHERE v.artwork_id = d.artwork_id AND v.day > :since), 0) < :popular""".formatted(SCORE))
                .param("before", Sql.now(Clock.offset(clock, keep.negated())))
                .param("today", today())
                .param("since", today().minusDays(DAYS))
                .param("popular", popular)
                .query((row, number) -> new Demand(row.getLong("artwork_id"), row.getString("format_type")))
                .list();
    }

    /** Artworks with a high score. */
    public List<Long> popular(double popular) {
        return sql.sql("SELECT artwork_id FROM viewing_days WHERE day > :since GROUP BY artwork_id HAVING " + SCORE
                        + " >= :popular ORDER BY artwork_id")
                .param("today", today())
                .param("since", today().minusDays(DAYS))
                .param("popular", popular)
                .query(Long.class)
                .list();
    }

    /** How much an artwork is asked for. */
    public double score(long artworkId) {
        return sql.sql("SELECT COALESCE(" + SCORE
                        + ", 0) FROM viewing_days WHERE artwork_id = :artwork AND day > :since")
                .param("today", today())
                .param("since", today().minusDays(DAYS))
                .param("artwork", artworkId)
                .query(Double.class)
                .single();
    }

    /** Somebody downloads a rendition of an artwork. */
    public void downloaded(String slug) {
        sql.sql("""
                        INSERT INTO viewing_days (artwork_id, day, downloads) SELECT id, :today, 1 FROM artworks WHERE slug = :slug
                        ON DUPLICATE KEY UPDATE downloads = downloads + 1""").param("slug", slug).param("today", today()).update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

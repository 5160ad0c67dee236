package atelier.processors.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code audience}: which artworks somebody watches while they are being made. */
public final class Audience {
    /** Players ask for a growing playlist again after a segment's length, or half of it. */
    private static final Duration GONE = Duration.ofSeconds(20);

    private final JdbcClient sql;
    private final Clock clock;
    private final Duration lead;

    /** @param lead how far ahead of them the lowest rendition is made */
    public Audience(JdbcClient sql, Clock clock, Duration lead) {
        this.sql = sql;
        this.clock = clock;
        this.lead = lead;
    }

    /** Somebody watches that artwork, or is about to. */
    public void seen(String slug) {
        LocalDateTime now = Sql.now(clock);
        // In this order: the first assignment still sees when they were seen before.
        sql.sql("""
                        INSERT INTO audience (slug, since_at, seen_at) VALUES (:slug, :now, :now)
                        ON DUPLICATE KEY UPDATE since_at = IF(seen_at < :gone, :now, since_at), seen_at = :now""")
                .param("slug", slug)
                .param("now", now)
                .param("gone", now.minus(GONE))
                .update();
    }

    /**
     * How much of an artwork's beginning somebody who watches may need soon, from where they can be now. Zero where nobody does.
     */
    public Duration needs(String slug) {
        LocalDateTime now = Sql.now(clock);
        return sql.sql("SELECT since_at FROM audience WHERE slug = :slug AND seen_at >= :gone")
                .param("slug", slug)
                .param("gone", now.minus(GONE))
                .query(LocalDateTime.class)
                .optional()
                .map(since -> Duration.between(since, now).plus(lead))
                .orElse(Duration.ZERO);
    }
}

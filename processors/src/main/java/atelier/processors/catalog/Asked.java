package atelier.processors.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code asked}: outputs that somebody waits for, or will soon. */
public final class Asked {
    /** Players ask again after some seconds, or went elsewhere. */
    private static final Duration GONE = Duration.ofSeconds(20);

    private final JdbcClient sql;
    private final Clock clock;

    public Asked(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Somebody asks for an output; to be said before its job is raised, so that it is known to what that falls back.
     *
     * @param segment which of its segments; none where that is not known
     */
    public void mark(String fingerprint, int priority, OptionalInt segment) {
        sql.sql("""
                        INSERT INTO asked (fingerprint, priority, fallback, asked_at, segment)
                        SELECT :fp, :priority, COALESCE(MAX(j.priority), 0), :now, :segment FROM encode_jobs j
                        WHERE j.task_instance = :fp
                        ON DUPLICATE KEY UPDATE priority = GREATEST(asked.priority, :priority), asked_at = :now,
                            segment = LEAST(COALESCE(asked.segment, :segment), COALESCE(:segment, asked.segment))""")
                .param("fp", fingerprint)
                .param("priority", priority)
                .param("segment", segment.isPresent() ? segment.getAsInt() : null)
                .param("now", Sql.now(clock))
                .update();
    }

    /** Whether somebody asks for an output with that priority, or a higher one. */
    public boolean isAsked(String fingerprint, int priority) {
        return awaited(fingerprint, priority).isPresent();
    }

    /** The first segment of an output that is asked for with that priority, or a higher one, at this moment; none where nobody does. */
    public OptionalInt awaited(String fingerprint, int priority) {
        return sql.sql("""
                        SELECT COALESCE(segment, 0) FROM asked
                        WHERE fingerprint = :fp AND priority >= :priority AND asked_at >= :gone""")
                .param("fp", fingerprint)
                .param("priority", priority)
                .param("gone", Sql.now(clock).minus(GONE))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Forgets what nobody asks for any more: jobs that still wait fall back to where they were. */
    public void forget() {
        sql.sql("""
                        UPDATE encode_jobs j JOIN asked a ON a.fingerprint = j.task_instance
                        SET j.priority = a.fallback, j.version = j.version + 1
                        WHERE a.asked_at < :gone AND j.picked = 0 AND j.priority > a.fallback""").param("gone", Sql.now(clock).minus(GONE)).update();
        sql.sql("DELETE FROM asked WHERE asked_at < :gone")
                .param("gone", Sql.now(clock).minus(GONE))
                .update();
    }
}

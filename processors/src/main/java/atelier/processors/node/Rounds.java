package atelier.processors.node;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done at a time of day, by one node, though each has a clock: the first to say so does it. */
public final class Rounds {
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient sql;
    private final String node;

    /** @param node that asks */
    public Rounds(JdbcClient sql, String node) {
        this.sql = sql;
        this.node = node;
    }

    /**
     * Whether this node does a round; no other does the same.
     *
     * @param due when it was to begin, the same on every node
     */
    public boolean take(String name, Instant due) {
        sql.sql("DELETE FROM rounds WHERE name = :name AND due < :old")
                .param("name", name)
                .param("old", utc(due.minus(KEPT)))
                .update();
        return sql.sql("INSERT IGNORE INTO rounds (name, due, node) VALUES (:name, :due, :node)")
                        .param("name", name)
                        .param("due", utc(due))
                        .param("node", node)
                        .update()
                == 1;
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}

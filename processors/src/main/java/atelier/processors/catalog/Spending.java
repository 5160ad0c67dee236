package atelier.processors.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What encoding cost. */
public final class Spending {
    private final JdbcClient sql;

    public Spending(JdbcClient sql) {
        this.sql = sql;
    }

    /** CPU time of what nightly plans had made since then. */
    public Duration nightlySince(Instant since) {
        return Duration.ofMillis(sql.sql("""
                        SELECT COALESCE(SUM(o.cpu_ms), 0) FROM outputs o
                        WHERE o.made_at >= :since AND EXISTS (
                            SELECT 1 FROM rendition_chunks r JOIN plans p ON p.id = r.plan_id
                            WHERE r.fingerprint = o.fingerprint AND r.needed AND p.urgency = 'nightly')""")
                .param("since", LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }
}

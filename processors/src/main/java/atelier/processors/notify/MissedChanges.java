package atelier.processors.notify;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a listener that was away missed, whichever node it heard before: the artworks that changed since. It is told how they are
 * now, and not what they were in between.
 */
public final class MissedChanges {
    /** A change is committed some time after the time that it bears, and the clocks of nodes differ a little. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final int most;

    /** @param most artworks that are told of; where more changed, it is better to read the library again */
    public MissedChanges(JdbcClient sql, int most) {
        this.sql = sql;
        this.most = most;
    }

    /** Keys of the artworks that changed since, the first change first; none where they are too many. */
    public Optional<List<Long>> since(Instant instant) {
        LocalDateTime from = LocalDateTime.ofInstant(instant.minus(OVERLAP), ZoneOffset.UTC);
        List<Long> changed = sql.sql(
                        "SELECT id FROM artworks WHERE updated_at >= :from ORDER BY updated_at, id LIMIT :most")
                .param("from", Timestamp.valueOf(from))
                .param("most", most + 1)
                .query(Long.class)
                .list();
        return changed.size() > most ? Optional.empty() : Optional.of(changed);
    }
}

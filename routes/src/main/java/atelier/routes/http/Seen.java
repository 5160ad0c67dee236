package atelier.routes.http;

import atelier.processors.catalog.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells the audience who watches what: of each artwork once in a while, however many watch it. Viewers are served, too, while the
 * database is away.
 */
@Component
class Seen {
    private static final Logger LOG = LoggerFactory.getLogger(Seen.class);

    /** Well below the time after which somebody counts as gone. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private static final int MOST_REMEMBERED = 10_000;

    private final Audience audience;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Seen(Audience audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    /** Somebody asked for what those ask for who watch that artwork while it is made. */
    void watches(String slug) {
        Instant now = clock.instant();
        if (told.size() >= MOST_REMEMBERED) {
            told.clear();
        }
        Instant before = told.get(slug);
        if (before == null || !before.plus(AGAIN).isAfter(now)) {
            told.put(slug, now);
            tell(slug);
        }
    }

    private void tell(String slug) {
        try {
            audience.seen(slug);
        } catch (DataAccessException e) {
            LOG.warn("It could not be recorded that somebody watches {}: {}", slug, e.getMessage());
        }
    }
}

package atelier.processors.notify.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told, what was delivered, what was not; and sends again. */
public final class WebhookViews {
    private static final String CHOSEN = """
            FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
            WHERE (:endpoint = '' OR d.endpoint = :endpoint) AND (:state = '' OR d.state = :state)
                AND (:artwork = '' OR e.slug = :artwork)""";

    private final JdbcClient sql;
    private final Endpoints endpoints;
    private final Clock clock;

    public WebhookViews(JdbcClient sql, Endpoints endpoints, Clock clock) {
        this.sql = sql;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * Which deliveries; an empty text: all.
     *
     * @param endpoint its name
     * @param state {@code waiting}, {@code delivered} or {@code given-up}
     * @param artwork its slug
     */
    public record Filter(String endpoint, String state, String artwork) {}

    /**
     * Somebody who is told.
     *
     * @param name in the settings
     * @param origin of the address; the rest may hold a token
     * @param events that it wants; none: all
     * @param waiting how many are on their way
     * @param givenUp how many were given up
     */
    public record EndpointView(String name, String origin, Set<String> events, long waiting, long givenUp) {}

    /** A page of deliveries. */
    public record Page(long total, List<DeliveryView> deliveries) {}

    /** All endpoints of the settings. */
    public List<EndpointView> endpoints() {
        return endpoints.all().stream()
                .map(each -> new EndpointView(
                        each.name(),
                        each.origin(),
                        each.events(),
                        count(new Filter(each.name(), "waiting", "")),
                        count(new Filter(each.name(), "given-up", ""))))
                .toList();
    }

    /** Deliveries, the newest first. */
    public Page page(Filter filter, int offset, int limit) {
        List<DeliveryView> found = sql.sql("SELECT d.*, e.name, e.type, e.slug, e.created_at " + CHOSEN
                        + " ORDER BY d.id DESC LIMIT :limit OFFSET :offset")
                .param("endpoint", filter.endpoint())
                .param("state", filter.state())
                .param("artwork", filter.artwork())
                .param("limit", limit)
                .param("offset", offset)
                .query(WebhookViews::map)
                .list();
        return new Page(count(filter), found);
    }

    public Optional<DeliveryView> find(long id) {
        return sql.sql("""
                        SELECT d.*, e.name, e.type, e.slug, e.created_at
                        FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id WHERE d.id = ?""").params(id).query(WebhookViews::map).optional();
    }

    /** Sends again, or now, whatever came of it before; false where there is no such delivery. */
    public boolean resend(long id) {
        Timestamp now = Deliveries.utc(clock.instant());
        boolean found = sql.sql("""
                        UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, next_at = :now, delivered_at = NULL
                        WHERE id = :id""").param("id", id).param("now", now).update() == 1;
        // Its lane may sleep until another delivery is due.
        sql.sql("""
                        UPDATE webhook_jobs SET execution_time = LEAST(execution_time, :now), version = version + 1
                        WHERE NOT picked AND task_instance =
                            (SELECT CONCAT(endpoint, '/', artwork_id) FROM webhook_deliveries WHERE id = :id)""").param("id", id).param("now", now).update();
        return found;
    }

    private long count(Filter filter) {
        return sql.sql("SELECT COUNT(*) " + CHOSEN)
                .param("endpoint", filter.endpoint())
                .param("state", filter.state())
                .param("artwork", filter.artwork())
                .query(Long.class)
                .single();
    }

    private static DeliveryView map(ResultSet row, int number) throws SQLException {
        int status = row.getInt("last_status");
        OptionalInt answered = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
        return new DeliveryView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("endpoint"),
                row.getString("type"),
                row.getString("slug"),
                row.getString("state"),
                row.getInt("attempts"),
                Deliveries.instant(row, "created_at"),
                instant(row, "next_at"),
                instant(row, "delivered_at"),
                answered,
                Optional.ofNullable(row.getString("last_error")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC));
    }
}

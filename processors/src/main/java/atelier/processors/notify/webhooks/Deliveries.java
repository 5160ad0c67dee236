package atelier.processors.notify.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code webhook_events} and {@code webhook_deliveries}, as those who deliver see them. */
final class Deliveries {
    private final JdbcClient sql;
    private final Clock clock;

    Deliveries(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An event that nobody looked at yet. */
    record Fresh(long id, String type, long artworkId) {}

    /** What an endpoint is to be told of an artwork. */
    record Lane(String endpoint, long artworkId) {
        /** As db-scheduler names it. */
        String name() {
            return endpoint + "/" + artworkId;
        }

        static Lane of(String name) {
            int at = name.lastIndexOf('/');
            return new Lane(name.substring(0, at), Long.parseLong(name.substring(at + 1)));
        }
    }

    /** The turn to spread events, until the transaction ends; false where another node has it. */
    boolean takeTurn() {
        return sql.sql("SELECT one FROM webhook_turn FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The next events. Not locked: that would wait for those who write others. */
    List<Fresh> fresh(int limit) {
        return sql.sql("SELECT id, type, artwork_id FROM webhook_events WHERE NOT spread ORDER BY id LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> new Fresh(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Leaves an event for an endpoint. */
    void add(Fresh event, String endpoint) {
        sql.sql("""
                        INSERT IGNORE INTO webhook_deliveries (event_id, endpoint, artwork_id, state, next_at)
                        VALUES (:event, :endpoint, :artwork, 'waiting', :now)""")
                .param("event", event.id())
                .param("endpoint", endpoint)
                .param("artwork", event.artworkId())
                .param("now", utc(clock.instant()))
                .update();
    }

    void spread(long eventId) {
        sql.sql("UPDATE webhook_events SET spread = TRUE WHERE id = ?")
                .params(eventId)
                .update();
    }

    /** Lanes with something on its way that no job is there for. */
    List<Lane> withoutJob(String task, int limit) {
        return sql.sql("""
                        SELECT DISTINCT d.endpoint, d.artwork_id FROM webhook_deliveries d
                        WHERE d.state = 'waiting' AND NOT EXISTS (
                            SELECT 1 FROM webhook_jobs j WHERE j.task_name = :task AND j.task_instance = CONCAT(d.endpoint, '/', d.artwork_id))
                        LIMIT :limit""")
                .param("task", task)
                .param("limit", limit)
                .query((row, n) -> new Lane(row.getString(1), row.getLong(2)))
                .list();
    }

    /** The first of a lane. */
    Optional<Delivery> head(Lane lane) {
        return sql.sql("""
                        SELECT d.id, e.name, e.type, e.slug, e.data, e.created_at, d.attempts, d.next_at
                        FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
                        WHERE d.endpoint = :endpoint AND d.artwork_id = :artwork AND d.state = 'waiting'
                        ORDER BY d.event_id LIMIT 1""")
                .param("endpoint", lane.endpoint())
                .param("artwork", lane.artworkId())
                .query(Deliveries::map)
                .optional();
    }

    void delivered(Delivery delivery, Answer answer) {
        sql.sql("""
                        UPDATE webhook_deliveries SET state = 'delivered', attempts = attempts + 1, next_at = NULL,
                            last_status = :status, last_error = NULL, delivered_at = :now WHERE id = :id""")
                .param("id", delivery.id())
                .param("status", status(answer))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** @param next when it is tried again; none: it is given up */
    void failed(Delivery delivery, Answer answer, Optional<Instant> next) {
        sql.sql("""
                        UPDATE webhook_deliveries SET state = :state, attempts = attempts + 1, next_at = :next,
                            last_status = :status, last_error = :error WHERE id = :id""")
                .param("id", delivery.id())
                .param("state", next.isPresent() ? "waiting" : "given-up")
                .param("next", next.map(Deliveries::utc).orElse(null))
                .param("status", status(answer))
                .param("error", answer.error().orElse(null))
                .update();
    }

    /** Forgets events that happened long ago, with their deliveries, but none that is on its way. */
    int forget(Duration kept) {
        return sql.sql("""
                        DELETE FROM webhook_events WHERE spread AND created_at < :old AND NOT EXISTS (
                            SELECT 1 FROM webhook_deliveries d WHERE d.event_id = webhook_events.id AND d.state = 'waiting')
                        LIMIT 10000""").param("old", utc(clock.instant().minus(kept))).update();
    }

    private static Integer status(Answer answer) {
        return answer.status().isPresent() ? answer.status().getAsInt() : null;
    }

    static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private static Delivery map(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("name"),
                row.getString("type"),
                row.getString("slug"),
                row.getString("data"),
                instant(row, "created_at"),
                row.getInt("attempts"),
                instant(row, "next_at"));
    }
}

package atelier.processors.viewing;

import atelier.processors.viewing.PlaybackEvent.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code viewing_events} and {@code viewing_days}. */
final class ViewingTables {
    private final JdbcClient sql;
    private final Clock clock;

    ViewingTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(long artworkId, String session, PlaybackEvent event) {
        sql.sql("""
                        INSERT INTO viewing_events (artwork_id, session, type, at_seconds, value, cause, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        artworkId,
                        session,
                        event.type().text(),
                        event.at(),
                        event.value(),
                        event.cause(),
                        utc(clock.instant()))
                .update();
    }

    /** Adds events to their day. */
    void rollUp(long artworkId, List<PlaybackEvent> events) {
        sql.sql("""
                        INSERT INTO viewing_days (artwork_id, day, views, watched_seconds, completed, first_frame_ms, stalls,
                            stalled_ms, switches, seeks, errors)
                        VALUES (:artwork, :day, :views, :watched, :completed, :first, :stalls, :stalled, :switches, :seeks, :errors)
                        ON DUPLICATE KEY UPDATE views = views + VALUES(views),
                            watched_seconds = watched_seconds + VALUES(watched_seconds),
                            completed = completed + VALUES(completed), first_frame_ms = first_frame_ms + VALUES(first_frame_ms),
                            stalls = stalls + VALUES(stalls), stalled_ms = stalled_ms + VALUES(stalled_ms),
                            switches = switches + VALUES(switches), seeks = seeks + VALUES(seeks),
                            errors = errors + VALUES(errors)""")
                .param("artwork", artworkId)
                .param("day", today())
                .param("views", count(events, Type.FIRST_FRAME))
                .param("watched", sum(events, Type.WATCHED))
                .param("completed", count(events, Type.COMPLETE))
                .param("first", sum(events, Type.FIRST_FRAME))
                .param("stalls", count(events, Type.STALL))
                .param("stalled", sum(events, Type.STALL))
                .param("switches", count(events, Type.SWITCH))
                .param("seeks", count(events, Type.SEEK))
                .param("errors", count(events, Type.ERROR))
                .update();
    }

    /** Adds what requests said; of artworks that there are. */
    void rollUp(String slug, CmcdTally.Sums sums) {
        sql.sql("""
                        INSERT INTO viewing_days (artwork_id, day, requests, starved, bitrate_kbps, throughput_kbps, throughput_count)
                        SELECT id, :day, :requests, :starved, :bitrate, :throughput, :throughputs FROM artworks WHERE slug = :slug
                        ON DUPLICATE KEY UPDATE requests = requests + VALUES(requests), starved = starved + VALUES(starved),
                            bitrate_kbps = viewing_days.bitrate_kbps + VALUES(bitrate_kbps),
                            throughput_kbps = viewing_days.throughput_kbps + VALUES(throughput_kbps),
                            throughput_count = throughput_count + VALUES(throughput_count)""")
                .param("slug", slug)
                .param("day", today())
                .param("requests", sums.requests())
                .param("starved", sums.starved())
                .param("bitrate", sums.bitrate())
                .param("throughput", sums.throughput())
                .param("throughputs", sums.throughputs())
                .update();
    }

    /** The last days on which something was seen, the newest first. */
    List<ViewingDay> days(long artworkId, int most) {
        return sql.sql("SELECT * FROM viewing_days WHERE artwork_id = ? ORDER BY day DESC LIMIT ?")
                .params(artworkId, most)
                .query(ViewingTables::map)
                .list();
    }

    /** Removes raw events that are older, some at a time; how many. */
    int forget(Duration kept) {
        return sql.sql("DELETE FROM viewing_events WHERE created_at < ? LIMIT 10000")
                .params(utc(clock.instant().minus(kept)))
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static long count(List<PlaybackEvent> events, Type type) {
        return events.stream().filter(each -> each.type() == type).count();
    }

    private static double sum(List<PlaybackEvent> events, Type type) {
        return events.stream()
                .filter(each -> each.type() == type)
                .mapToDouble(PlaybackEvent::value)
                .sum();
    }

    private static ViewingDay map(ResultSet row, int number) throws SQLException {
        return new ViewingDay(
                row.getObject("day", LocalDate.class),
                row.getLong("views"),
                row.getDouble("watched_seconds"),
                row.getLong("completed"),
                mean(row, "first_frame_ms", "views"),
                row.getLong("stalls"),
                row.getDouble("stalled_ms") / 1000,
                row.getLong("switches"),
                row.getLong("seeks"),
                row.getLong("errors"),
                mean(row, "bitrate_kbps", "requests"),
                mean(row, "throughput_kbps", "throughput_count"));
    }

    private static OptionalDouble mean(ResultSet row, String sum, String count) throws SQLException {
        long times = row.getLong(count);
        return times == 0 ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(sum) / times);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}

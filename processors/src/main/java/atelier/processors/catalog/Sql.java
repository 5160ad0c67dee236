package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small help with columns. Times are stored as UTC. */
final class Sql {
    private static final int PAGE = 500;

    private Sql() {}

    static LocalDateTime now(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static long millis(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null
                ? 0
                : stamp.toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** Values in lists that are short enough for one statement. */
    static <T> Stream<List<T>> pages(Collection<T> values) {
        List<T> all = List.copyOf(values);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + PAGE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + PAGE)));
    }
}

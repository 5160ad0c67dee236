package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the store should hold of outputs that are made. */
public final class StoredOutputs {
    private final JdbcClient sql;

    public StoredOutputs(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the store should hold of an output; none where it is not made. */
    public Optional<StoredOutput> made(String fingerprint) {
        return made(List.of(fingerprint)).stream().findFirst();
    }

    /** What the store should hold of those outputs that are made. */
    public List<StoredOutput> made(Collection<String> fingerprints) {
        return Sql.pages(fingerprints).flatMap(page -> page(page).stream()).toList();
    }

    private List<StoredOutput> page(List<String> fingerprints) {
        Map<String, SortedMap<Long, List<StoredFile>>> placements = placements(fingerprints);
        return sql.sql("SELECT * FROM outputs WHERE state = 'made' AND fingerprint IN (:page)")
                .param("page", fingerprints)
                .query((row, n) -> new StoredOutput(
                        row.getString("fingerprint"),
                        own(row),
                        Stream.of(
                                        beside(row, "sheet_bytes", MediaAddress::sheet),
                                        beside(row, "webp_bytes", MediaAddress::posterWebp))
                                .flatMap(Optional::stream)
                                .toList(),
                        placements.getOrDefault(row.getString("fingerprint"), new TreeMap<>())))
                .list();
    }

    private static Optional<StoredFile> beside(ResultSet row, String column, UnaryOperator<String> keys)
            throws SQLException {
        OptionalLong bytes = Sql.number(row, column);
        String key = keys.apply(row.getString("fingerprint"));
        return bytes.isEmpty() ? Optional.empty() : Optional.of(new StoredFile(key, bytes, Optional.empty()));
    }

    private static StoredFile own(ResultSet row) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        String kind = row.getString("kind");
        OptionalLong bytes = Sql.number(row, "file_bytes");
        return new StoredFile(
                switch (kind) {
                    case "POSTER" -> MediaAddress.poster(fingerprint);
                    case "TEXT" -> MediaAddress.text(fingerprint);
                    default -> MediaAddress.init(fingerprint);
                },
                bytes.isEmpty() && kind.equals("POSTER") ? OptionalLong.of(row.getLong("bytes")) : bytes,
                Sql.text(row, "file_sha256"));
    }

    private Map<String, SortedMap<Long, List<StoredFile>>> placements(List<String> fingerprints) {
        Map<String, SortedMap<Long, List<StoredFile>>> placements = new HashMap<>();
        sql.sql("""
                        SELECT p.fingerprint, p.start_ticks, s.number, s.bytes, s.sha256
                        FROM placements p LEFT JOIN segments s ON s.fingerprint = p.fingerprint
                        WHERE p.fingerprint IN (:page) ORDER BY p.fingerprint, p.start_ticks, s.number""").param("page", fingerprints).query(row -> {
            List<StoredFile> segments = placements
                    .computeIfAbsent(row.getString("fingerprint"), each -> new TreeMap<>())
                    .computeIfAbsent(row.getLong("start_ticks"), each -> new ArrayList<>());
            segment(row).ifPresent(segments::add);
        });
        return placements;
    }

    /** A segment of a placement; none where the output has none. */
    private static Optional<StoredFile> segment(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new StoredFile(
                        MediaAddress.ofPlacement(row.getString("fingerprint"), row.getLong("start_ticks")) + "/"
                                + MediaAddress.segment(number),
                        OptionalLong.of(row.getLong("bytes")),
                        Sql.text(row, "sha256")));
    }
}

package atelier.processors.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which of many awaited files have come, in few questions whatever their number. */
public final class Arrivals {
    private final JdbcClient sql;
    private final Places places;

    public Arrivals(JdbcClient sql, Places places) {
        this.sql = sql;
        this.places = places;
    }

    /**
     * A file of an output that somebody waits for.
     *
     * @param fingerprint of the output, or the name of the place where it will lie
     * @param startTicks of the placement; none for the init segment
     * @param segment its number; none for the init segment
     */
    public record Awaited(String fingerprint, OptionalLong startTicks, OptionalInt segment) {
        private Awaited of(Map<String, String> known) {
            return new Awaited(known.getOrDefault(fingerprint, fingerprint), startTicks, segment);
        }
    }

    /** Those that are stored, and those that will never be. */
    public Set<Awaited> settled(Set<Awaited> awaited) {
        if (awaited.isEmpty()) {
            return Set.of();
        }
        Map<String, String> known =
                places.fingerprints(awaited.stream().map(Awaited::fingerprint).collect(Collectors.toSet()));
        List<String> fingerprints = awaited.stream()
                .map(each -> each.of(known).fingerprint())
                .distinct()
                .toList();
        Set<String> failed = failed(fingerprints);
        Set<Awaited> there = new HashSet<>(segments(fingerprints));
        there.addAll(inits(fingerprints));
        return awaited.stream()
                .filter(each -> there.contains(each.of(known))
                        || failed.contains(each.of(known).fingerprint()))
                .collect(Collectors.toSet());
    }

    private Set<Awaited> segments(List<String> fingerprints) {
        return sql.sql("""
                        SELECT s.fingerprint, p.start_ticks, s.number FROM segments s
                        JOIN placements p ON p.fingerprint = s.fingerprint WHERE s.fingerprint IN (:all)""")
                .param("all", fingerprints)
                .query((row, n) -> new Awaited(
                        row.getString("fingerprint"),
                        OptionalLong.of(row.getLong("start_ticks")),
                        OptionalInt.of(row.getInt("number"))))
                .set();
    }

    /** What an output has but once. An init segment alone is of no use; and it is recorded before the first segment. */
    private Set<Awaited> inits(List<String> fingerprints) {
        return sql.sql("""
                        SELECT fingerprint FROM outputs
                        WHERE (init IS NOT NULL OR kind = 'TEXT' AND state = 'made') AND fingerprint IN (:all)""")
                .param("all", fingerprints)
                .query((row, n) -> new Awaited(row.getString(1), OptionalLong.empty(), OptionalInt.empty()))
                .set();
    }

    private Set<String> failed(List<String> fingerprints) {
        return sql.sql("SELECT fingerprint FROM outputs WHERE state = 'failed' AND fingerprint IN (:all)")
                .param("all", fingerprints)
                .query(String.class)
                .set();
    }
}

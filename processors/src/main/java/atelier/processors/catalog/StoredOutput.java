package atelier.processors.catalog;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An output that is made, and what the store should hold of it.
 *
 * @param fingerprint of the output
 * @param own its init segment, or its poster
 * @param beside what it has beside that: small pictures, a poster as WebP
 * @param placements its segments, in order, for each start time that they are stored for; none for a poster
 */
public record StoredOutput(
        String fingerprint, StoredFile own, List<StoredFile> beside, SortedMap<Long, List<StoredFile>> placements) {
    public StoredOutput {
        beside = List.copyOf(beside);
        placements = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(placements)));
    }
}

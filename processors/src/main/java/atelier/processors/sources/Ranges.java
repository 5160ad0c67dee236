package atelier.processors.sources;

import atelier.processors.store.SourceBucket.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file are there. Not for several threads. */
final class Ranges {
    private final TreeMap<Long, Long> untilByFrom = new TreeMap<>();

    /** From now on these are there. */
    void add(Piece piece) {
        long from = piece.from();
        long until = piece.until();
        for (Map.Entry<Long, Long> near = untilByFrom.floorEntry(until);
                near != null && near.getValue() >= from;
                near = untilByFrom.floorEntry(until)) {
            from = Math.min(from, near.getKey());
            until = Math.max(until, near.getValue());
            untilByFrom.remove(near.getKey());
        }
        untilByFrom.put(from, until);
    }

    /** What of a piece is not there, in order. */
    List<Piece> missing(Piece piece) {
        List<Piece> missing = new ArrayList<>();
        long at = piece.from();
        while (at < piece.until()) {
            Map.Entry<Long, Long> before = untilByFrom.floorEntry(at);
            if (before != null && before.getValue() > at) {
                at = before.getValue();
            } else {
                Long next = untilByFrom.higherKey(at);
                long end = next == null ? piece.until() : Math.min(next, piece.until());
                missing.add(new Piece(at, end));
                at = end;
            }
        }
        return missing;
    }

    /** How many are there. */
    long bytes() {
        return untilByFrom.entrySet().stream()
                .mapToLong(each -> each.getValue() - each.getKey())
                .sum();
    }
}

package atelier.routes.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpRange;

/** What is sent for a {@code Range} header (RFC 9110, section 14). */
sealed interface Ranges {
    /** More parts are more work than the whole (section 17.15): that is sent then. */
    int MOST_PARTS = 16;

    /** About what the head of a part takes: ranges that are no further apart are sent as one. */
    int GAP = 100;

    /** All of it: no range was asked for, or what was asked makes no sense. */
    record Whole() implements Ranges {}

    /** Nothing: no part of it is what was asked for. */
    record None() implements Ranges {}

    /** Some of it, in ascending order, apart from each other. */
    record Some(List<Part> parts) implements Ranges {}

    /**
     * A run of bytes.
     *
     * @param to behind the last
     */
    record Part(long from, long to) {
        long length() {
            return to - from;
        }
    }

    /**
     * Reads the header.
     *
     * @param header or null
     * @param size of the whole
     */
    static Ranges of(String header, long size) {
        List<HttpRange> asked;
        try {
            asked = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException e) {
            return new Whole();
        }
        if (asked.isEmpty()) {
            return new Whole();
        }
        List<Part> parts = parts(asked, size);
        if (parts.isEmpty()) {
            return new None();
        }
        List<Part> apart = joined(parts);
        return apart.size() > MOST_PARTS ? new Whole() : new Some(apart);
    }

    private static List<Part> parts(List<HttpRange> ranges, long size) {
        return ranges.stream()
                .map(range -> new Part(range.getRangeStart(size), range.getRangeEnd(size) + 1))
                .filter(part -> part.from() < size && part.length() > 0)
                .sorted(Comparator.comparingLong(Part::from))
                .toList();
    }

    private static List<Part> joined(List<Part> sorted) {
        List<Part> joined = new ArrayList<>();
        for (Part next : sorted) {
            Part last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.from() <= last.to() + GAP) {
                joined.set(joined.size() - 1, new Part(last.from(), Math.max(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}

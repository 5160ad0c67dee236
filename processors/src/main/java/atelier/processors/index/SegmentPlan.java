package atelier.processors.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where the segments and key frames of a chunk's renditions lie: as few key frames as the longest time between them allows,
 * evenly spread, and segments that begin at some of them; the same in every rendition.
 *
 * @param keyFrames ticks from the chunk's start
 * @param segmentStarts ticks from the chunk's start
 */
record SegmentPlan(List<Long> keyFrames, List<Long> segmentStarts) {

    /**
     * @param frames start of each frame, in ticks from the chunk's start
     * @param duration of the chunk, in ticks
     * @param longestSegment in ticks
     * @param longestGap longest time between key frames, in ticks
     */
    static SegmentPlan of(long[] frames, long duration, long longestSegment, long longestGap) {
        long[] keys = divide(frames, duration, longestGap);
        return new SegmentPlan(list(keys), list(divide(keys, duration, longestSegment)));
    }

    /** The fewest segments, each beginning at one of the points, that are not longer than allowed where points allow it. */
    static List<Long> segments(List<Long> points, long duration, long longest) {
        return list(divide(points.stream().mapToLong(Long::longValue).toArray(), duration, longest));
    }

    /** The longest of the parts that begin there. */
    static long longest(List<Long> starts, long duration) {
        return longest(starts.stream().mapToLong(Long::longValue).toArray(), duration);
    }

    /** The fewest parts that are not longer than allowed, at some of the places; evenly where places are even. */
    private static long[] divide(long[] places, long duration, long longest) {
        long[] fewest = fewest(places, duration, longest);
        long[] even = LongStream.range(0, fewest.length)
                .map(part -> places[lastAtOrBefore(places, duration * part / fewest.length)])
                .distinct()
                .toArray();
        return longest(even, duration) <= Math.max(longest, longest(fewest, duration)) ? even : fewest;
    }

    /** Each part is as long as may be. A pause that is longer than allowed is a part of its own. */
    private static long[] fewest(long[] places, long duration, long longest) {
        List<Long> starts = new ArrayList<>(List.of(places[0]));
        int at = 0;
        while (duration - places[at] > longest && at + 1 < places.length) {
            at = Math.max(at + 1, lastAtOrBefore(places, places[at] + longest));
            starts.add(places[at]);
        }
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    private static long longest(long[] starts, long duration) {
        return IntStream.range(0, starts.length)
                .mapToLong(i -> (i + 1 < starts.length ? starts[i + 1] : duration) - starts[i])
                .max()
                .orElse(0);
    }

    private static int lastAtOrBefore(long[] places, long time) {
        int at = Arrays.binarySearch(places, time);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    private static List<Long> list(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}

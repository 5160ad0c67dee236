package atelier.processors.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the segments and key frames of a chunk's renditions lie: evenly spread frames, the same in every rendition.
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
        // Parts begin at frames, so each may be a frame longer than an even share.
        long frame = duration / frames.length;
        List<Long> starts = spread(frames, 0, duration, Math.max(frame, longestSegment - frame));
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : duration;
            keys.addAll(spread(frames, starts.get(i), end, Math.max(frame, longestGap - frame)));
        }
        return new SegmentPlan(keys, starts);
    }

    /** Divides from..end evenly into the fewest parts that are not longer than {@code longest}, at frame starts. */
    private static List<Long> spread(long[] frames, long from, long end, long longest) {
        long parts = Math.max(1, (end - from + longest - 1) / longest);
        List<Long> starts = new ArrayList<>();
        starts.add(from);
        for (long part = 1; part < parts; part++) {
            long start = lastFrameAtOrBefore(frames, from + (end - from) * part / parts);
            if (start > starts.get(starts.size() - 1)) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static long lastFrameAtOrBefore(long[] frames, long time) {
        int at = java.util.Arrays.binarySearch(frames, time);
        return frames[at >= 0 ? at : Math.max(0, -at - 2)];
    }
}

package atelier.processors.index;

import java.util.List;

/**
 * Where a chunk's own coded pictures can be cut into segments, without decoding them.
 *
 * @param keyFrames times of the closed random access points, from the chunk's start, in ticks; the first is 0
 * @param segmentStarts some of them, so that no segment is too long; empty where the chunk cannot be cut so
 * @param reordered how many frames are shown later than they are coded, at most
 */
public record CopyCuts(List<Long> keyFrames, List<Long> segmentStarts, int reordered) {
    /** Of a chunk that cannot be cut without decoding it. */
    public static final CopyCuts NONE = new CopyCuts(List.of(), List.of(), 0);

    public CopyCuts {
        keyFrames = List.copyOf(keyFrames);
        segmentStarts = List.copyOf(segmentStarts);
    }

    /** Whether the chunk can be cut so. */
    public boolean possible() {
        return !segmentStarts.isEmpty();
    }

    /**
     * @param own the chunk's coded frames in decode order, each shown for one frame's time
     * @param frameTicks duration of each
     * @param longestSegment in ticks
     */
    static CopyCuts of(List<CodedFrame> own, long frameTicks, long longestSegment) {
        long[] shown = own.stream().mapToLong(CodedFrame::pts).sorted().toArray();
        int reordered = 0;
        for (int i = 0; i < shown.length; i++) {
            int place = java.util.Arrays.binarySearch(shown, own.get(i).pts());
            reordered = Math.max(reordered, i - place);
        }
        List<Long> points = closedPoints(own, shown, frameTicks);
        long duration = shown.length * frameTicks;
        List<Long> starts = points.isEmpty() || points.get(0) != 0
                ? List.of()
                : SegmentPlan.segments(points, duration, longestSegment);
        boolean shortEnough = SegmentPlan.longest(starts, duration) <= longestSegment;
        return shortEnough && !starts.isEmpty() ? new CopyCuts(points, starts, reordered) : NONE;
    }

    /** Before a closed point everything is shown earlier, and behind it everything later. */
    private static List<Long> closedPoints(List<CodedFrame> own, long[] shown, long frameTicks) {
        List<Long> points = new java.util.ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < shown.length; i++) {
            CodedFrame frame = own.get(i);
            // The i-th to be decoded is the i-th to be shown, and all before it are shown before it.
            if (frame.key() && frame.pts() == shown[i] && latest < frame.pts()) {
                points.add(i * frameTicks);
            }
            latest = Math.max(latest, frame.pts());
        }
        return points;
    }
}

package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.List;

/** Groups the fragments of a chunk into segments. */
final class SegmentCuts {
    /**
     * A start may be planned a tick away from where a frame is: times are rounded once in the plan and once in FFmpeg.
     */
    private static final long ROUNDING = 1;

    private SegmentCuts() {}

    /**
     * Runs of fragments that begin at the planned starts.
     *
     * @param fragments of the chunk, on the timeline
     * @throws Mp4Exception if there is no key frame at a planned start, or frames behind one belong before it
     */
    static List<List<MovieFragment>> cut(List<MovieFragment> fragments, ExpectedChunk expected, long startTicks) {
        List<List<MovieFragment>> segments = new ArrayList<>();
        for (MovieFragment fragment : fragments) {
            if (segments.size() < expected.segmentStarts().size()
                    && isAt(fragment, startTicks + expected.segmentStarts().get(segments.size()))) {
                checkStart(fragment, startTicks);
                segments.add(new ArrayList<>());
            }
            if (segments.isEmpty()) {
                throw Mp4Exception.mismatch("The encoded chunk does not begin with the frame that is presented first");
            }
            segments.get(segments.size() - 1).add(fragment);
        }
        checkAll(segments.size(), fragments, expected, startTicks);
        return segments;
    }

    private static boolean isAt(MovieFragment fragment, long start) {
        return Math.abs(fragment.samples().get(0).presentationTime() - start) <= ROUNDING;
    }

    private static void checkStart(MovieFragment fragment, long startTicks) {
        Sample first = fragment.samples().get(0);
        long tick = first.presentationTime() - startTicks;
        if (!first.isSync()) {
            throw Mp4Exception.mismatch("The segment at tick %d does not start with a key frame", tick);
        }
        if (first.presentationOffset() != 0) {
            throw Mp4Exception.mismatch(
                    "The key frame at tick %d is followed by frames that are presented before it (an open GOP)", tick);
        }
    }

    private static void checkAll(int found, List<MovieFragment> fragments, ExpectedChunk expected, long startTicks) {
        if (found < expected.segmentStarts().size()) {
            throw Mp4Exception.mismatch(
                    "No fragment starts at tick %d, where a segment was planned; they start at %s",
                    expected.segmentStarts().get(found),
                    fragments.stream()
                            .map(fragment -> fragment.samples().get(0).presentationTime() - startTicks)
                            .toList());
        }
    }
}

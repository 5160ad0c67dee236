package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SegmentPlanTest {
    private static final long SECOND = 30000;

    private static SegmentPlan plan(int frames) {
        long[] times = LongStream.range(0, frames).map(i -> i * 1001).toArray();
        return SegmentPlan.of(times, frames * 1001L, 6 * SECOND, 2 * SECOND);
    }

    @Test
    void noSegmentIsLongerThanAllowedAndNoKeyFrameFurtherFromTheNext() {
        for (int frames = 1; frames < 500; frames++) {
            SegmentPlan plan = plan(frames);
            long end = frames * 1001L;
            assertThat(longest(plan.segmentStarts(), end)).isLessThanOrEqualTo(6 * SECOND);
            assertThat(longest(plan.keyFrames(), end)).isLessThanOrEqualTo(2 * SECOND);
            assertThat(plan.keyFrames()).containsAll(plan.segmentStarts());
        }
    }

    @Test
    void segmentsAreOfEvenLength() {
        SegmentPlan plan = plan(300);
        assertThat(plan.segmentStarts()).containsExactly(0L, 150L * 1001);
        assertThat(plan.keyFrames()).hasSize(6);
    }

    @Test
    void thereAreNoMoreKeyFramesThanNeeded() {
        long[] times = LongStream.range(0, 420).map(i -> i * 1000).toArray();

        SegmentPlan plan = SegmentPlan.of(times, 14 * SECOND, 6 * SECOND, 2 * SECOND);

        assertThat(plan.keyFrames()).containsExactlyElementsOf(every(2 * SECOND, 14 * SECOND));
        assertThat(plan.segmentStarts()).containsExactly(0L, 4 * SECOND, 8 * SECOND);
    }

    @Test
    void aLongPauseIsNoReasonForKeyFramesEverywhereElse() {
        long[] times = {0, SECOND, 20 * SECOND, 21 * SECOND};

        SegmentPlan plan = SegmentPlan.of(times, 22 * SECOND, 6 * SECOND, 2 * SECOND);

        assertThat(plan.keyFrames()).containsExactly(0L, SECOND, 20 * SECOND);
        assertThat(plan.keyFrames()).containsAll(plan.segmentStarts());
    }

    private static java.util.List<Long> every(long step, long end) {
        return LongStream.iterate(0, at -> at < end, at -> at + step).boxed().toList();
    }

    private static long longest(java.util.List<Long> starts, long end) {
        long longest = 0;
        for (int i = 0; i < starts.size(); i++) {
            longest = Math.max(longest, (i + 1 < starts.size() ? starts.get(i + 1) : end) - starts.get(i));
        }
        return longest;
    }
}

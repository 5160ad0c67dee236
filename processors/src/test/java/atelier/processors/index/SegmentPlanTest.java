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

    private static long longest(java.util.List<Long> starts, long end) {
        long longest = 0;
        for (int i = 0; i < starts.size(); i++) {
            longest = Math.max(longest, (i + 1 < starts.size() ? starts.get(i + 1) : end) - starts.get(i));
        }
        return longest;
    }
}

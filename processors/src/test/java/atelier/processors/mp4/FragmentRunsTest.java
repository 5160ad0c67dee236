package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FragmentRunsTest {
    private final FragmentRuns runs = new FragmentRuns(40, 10);

    @Test
    void aSegmentIsCompleteWhenEnoughFollowsIt() {
        assertThat(durations(runs.add(fragments(20, 20)))).isEmpty();
        assertThat(durations(runs.add(fragments(9)))).isEmpty();
        assertThat(durations(runs.add(fragments(1)))).containsExactly(List.of(20L, 20L));
    }

    @Test
    void aSplinterAtTheEndBelongsToTheLastSegment() {
        assertThat(durations(runs.add(fragments(40, 40, 3)))).containsExactly(List.of(40L));
        assertThat(durations(runs.finish())).containsExactly(List.of(40L, 3L));
    }

    @Test
    void aLongerRestIsASegmentOfItsOwn() {
        assertThat(durations(runs.add(fragments(40, 15)))).containsExactly(List.of(40L));
        assertThat(durations(runs.finish())).containsExactly(List.of(15L));
        assertThat(runs.finish()).isEmpty();
    }

    private static List<Fragment> fragments(long... durations) {
        return LongStream.of(durations)
                .mapToObj(duration -> new Fragment(0, 0, 0, 0, duration, 1, 1, true, 0, 0))
                .toList();
    }

    private static List<List<Long>> durations(List<List<Fragment>> segments) {
        return segments.stream()
                .map(one -> one.stream().map(Fragment::durationTicks).toList())
                .toList();
    }
}

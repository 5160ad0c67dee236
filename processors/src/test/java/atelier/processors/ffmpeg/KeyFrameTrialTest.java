package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyFrameTrialTest {
    @Test
    void keyFramesAreWhereTheyAreWanted() {
        assertThat(KeyFrameTrial.passes(listed(Set.of(0, 10, 37)))).isTrue();
    }

    @Test
    void oneThatIsMissingOrElsewhereIsAFailure() {
        assertThat(KeyFrameTrial.passes(listed(Set.of(0)))).isFalse();
        assertThat(KeyFrameTrial.passes(listed(Set.of(0, 10, 38)))).isFalse();
    }

    @Test
    void oneAtASceneIsAFailure() {
        assertThat(KeyFrameTrial.passes(listed(Set.of(0, 10, 24, 37)))).isFalse();
    }

    @Test
    void picturesThatAreLostAreAFailure() {
        assertThat(KeyFrameTrial.passes(listed(Set.of(0, 10, 37)).subList(0, 50)))
                .isFalse();
    }

    /** As FFmpeg 8.0.1 lists packets of SVT-AV1 3.1. */
    private static List<String> listed(Set<Integer> keys) {
        return Stream.concat(
                        Stream.of("#software: Lavf62.3.100", "#tb 0: 1/25", "#sar 0: 1/1"),
                        IntStream.range(0, 60)
                                .mapToObj(n ->
                                        "0, %10d, %10d,        1,     2427, 0xb877b2e2,%s S=1, Quality stats,        8, 0x0"
                                                .formatted(n, n, keys.contains(n) ? "" : " F=0x10,")))
                .toList();
    }
}

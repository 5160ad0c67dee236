package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityTest {

    @Test
    void workIsDoneInTheOrderThatAViewerFeels() {
        assertThat(List.of(
                        Priority.of(Kind.VIDEO, 0, 0),
                        Priority.of(Kind.AUDIO, 0, 0),
                        Priority.of(Kind.POSTER, 0, 0),
                        Priority.of(Kind.VIDEO, 0, 1),
                        Priority.of(Kind.VIDEO, 0, 2),
                        Priority.of(Kind.VIDEO, 0, 4000),
                        Priority.of(Kind.VIDEO, 1, 0),
                        Priority.of(Kind.VIDEO, 1, 1),
                        Priority.of(Kind.VIDEO, 2, 0)))
                .isSortedAccordingTo((first, second) -> second - first)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPieceOfSoundGoesBeforeTheChunkOfItsNumberAndBehindThoseBefore() {
        assertThat(List.of(
                        Priority.of(Kind.VIDEO, 0, 0),
                        Priority.of(Kind.AUDIO, 0, 0),
                        Priority.of(Kind.AUDIO, 0, 1),
                        Priority.of(Kind.VIDEO, 0, 1),
                        Priority.of(Kind.VIDEO, 0, 2),
                        Priority.of(Kind.AUDIO, 0, 4),
                        Priority.of(Kind.VIDEO, 0, 4),
                        Priority.of(Kind.AUDIO, 0, 4000),
                        Priority.of(Kind.VIDEO, 1, 0)))
                .isSortedAccordingTo((first, second) -> second - first);
    }

    @Test
    void everyPriorityFitsItsColumn() {
        for (int rung : List.of(0, 1, 5, 9, 40)) {
            for (int chunk : List.of(0, 1, 100_000)) {
                assertThat(Priority.of(Kind.VIDEO, rung, chunk))
                        .isBetween((int) Short.MIN_VALUE, (int) Short.MAX_VALUE);
            }
        }
    }

    @Test
    void onlyTheVeryFirstMayUseEveryCore() {
        assertThat(Priority.isFirst(0, 0)).isTrue();
        assertThat(Priority.isFirst(1, 0)).isFalse();
        assertThat(Priority.isFirst(0, 1)).isFalse();
    }
}

package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.processors.index.FirstPart;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final FrameSize SIZE = new FrameSize(722, 406);
    private static final Delivered SOURCE = DeliveredFilms.source();
    private static final List<Target> TARGETS = List.of(
            new Target(new Rendition("SD", OutputFingerprintsTest.sd()), 0, SIZE, SOURCE),
            new Target(new Rendition("AUDIO", OutputFingerprintsTest.audio(128)), 1, SIZE, SOURCE),
            new Target(new Rendition("TN", OutputFingerprintsTest.poster()), 2, SIZE, SOURCE));

    private static List<PlannedOutput> plan(IndexedChunk chunk) {
        return new Planner().plan(TARGETS, chunk, Reasons.first());
    }

    @Test
    void aChunkGivesEachVideoAnOutput() {
        assertThat(plan(OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L))))
                .extracting(each -> each.target().name(), PlannedOutput::number, PlannedOutput::startTicks)
                .containsExactly(tuple("SD", 0, 0L));
    }

    @Test
    void laterChunksGiveVideosAlone() {
        assertThat(plan(OutputFingerprintsTest.chunk("b", 4, 50_000, List.of(0L))))
                .singleElement()
                .satisfies(planned -> {
                    assertThat(planned.target().name()).isEqualTo("SD");
                    assertThat(planned.startTicks()).isEqualTo(50_000);
                    assertThat(planned.durationMillis()).isEqualTo(4000);
                    assertThat(planned.reason()).isEqualTo("SD chunk 4: not made before");
                });
    }

    @Test
    void aPosterIsOfAllThatItCouldBeChosenOf() {
        IndexedChunk black = OutputFingerprintsTest.chunk("black", 0, 0, List.of(0L));
        IndexedChunk next = OutputFingerprintsTest.chunk("a", 1, 50_000, List.of(0L));
        IndexedChunk other = OutputFingerprintsTest.chunk("b", 1, 50_000, List.of(0L));

        assertThat(poster(black, next)).isEqualTo(poster(black, next)).isNotEqualTo(poster(black, other));
    }

    @Test
    void theFirstPartOfAFilmIsWhatBeginsInItsFirstSeconds() {
        List<IndexedChunk> chunks = IntStream.range(0, 10)
                .mapToObj(number -> OutputFingerprintsTest.chunk("c" + number, number, number * 50_000L, List.of(0L)))
                .toList();
        assertThat(FirstPart.of(chunks)).hasSize(5);
        assertThat(FirstPart.isWhole(chunks)).isTrue();
        assertThat(FirstPart.isWhole(chunks.subList(0, 5))).isFalse();
    }

    private static String poster(IndexedChunk... first) {
        return new Planner()
                .poster(TARGETS.get(2), List.of(first), Reasons.first())
                .fingerprint();
    }

    @Test
    void planningTwiceGivesTheSame() {
        IndexedChunk chunk = OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L));
        assertThat(plan(chunk)).isEqualTo(plan(chunk));
    }
}

package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.PlannedChunk;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final FrameSize SIZE = new FrameSize(722, 406);
    private static final PlanInput INPUT = new PlanInput(
            11,
            22,
            List.of(
                    new Target(1, new Rendition("SD", OutputFingerprintsTest.sd()), 0, SIZE),
                    new Target(2, new Rendition("AUDIO", OutputFingerprintsTest.audio(128)), 1, SIZE),
                    new Target(3, new Rendition("TN", OutputFingerprintsTest.poster()), 2, SIZE)),
            "upright");

    @Test
    void theFirstChunkGivesEachVideoAnOutputAndThePoster() {
        IndexedChunk first = OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L));
        assertThat(new Planner().plan(INPUT, first))
                .extracting(PlannedChunk::formatType, PlannedChunk::number, PlannedChunk::startTicks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SD", 0, 0L),
                        org.assertj.core.groups.Tuple.tuple("TN", 0, 0L));
    }

    @Test
    void laterChunksGiveVideosAlone() {
        IndexedChunk later = OutputFingerprintsTest.chunk("b", 4, 50_000, List.of(0L));
        assertThat(new Planner().plan(INPUT, later)).singleElement().satisfies(planned -> {
            assertThat(planned.formatType()).isEqualTo("SD");
            assertThat(planned.startTicks()).isEqualTo(50_000);
            assertThat(planned.durationMillis()).isEqualTo(4000);
            assertThat(planned.artworkId()).isEqualTo(11);
            assertThat(planned.inputId()).isEqualTo(22);
            assertThat(planned.reason()).contains("SD", "chunk 4");
        });
    }

    @Test
    void planningTwiceGivesTheSame() {
        IndexedChunk chunk = OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L));
        assertThat(new Planner().plan(INPUT, chunk)).isEqualTo(new Planner().plan(INPUT, chunk));
    }
}

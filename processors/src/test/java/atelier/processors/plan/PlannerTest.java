package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import java.util.List;
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
    void theFirstChunkGivesEachVideoAnOutputAndThePoster() {
        assertThat(plan(OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L))))
                .extracting(each -> each.target().name(), PlannedOutput::number, PlannedOutput::startTicks)
                .containsExactly(tuple("SD", 0, 0L), tuple("TN", 0, 0L));
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
    void planningTwiceGivesTheSame() {
        IndexedChunk chunk = OutputFingerprintsTest.chunk("a", 0, 0, List.of(0L));
        assertThat(plan(chunk)).isEqualTo(plan(chunk));
    }
}

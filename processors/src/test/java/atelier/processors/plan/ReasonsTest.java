package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.PlanRendition;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final IndexedChunk CHUNK = OutputFingerprintsTest.chunk("a", 7, 0, List.of(0L));
    private static final Map<String, Object> RECIPE = Map.of("crf", 23, "preset", "veryfast");

    @Test
    void nothingWasMadeBefore() {
        assertThat(Reasons.first().of(target("SD", "SOURCE"), Optional.of(CHUNK)))
                .isEqualTo("SD chunk 7: not made before");
    }

    @Test
    void aRecipeThatChangedIsNamedWithItsFields() {
        Reasons reasons = reasons("SD", "SOURCE", Map.of("crf", 21, "preset", "veryfast"), Set.of("a"));
        assertThat(reasons.of(target("SD", "SOURCE"), Optional.of(CHUNK))).isEqualTo("SD: recipe changed: crf 23 → 21");
    }

    @Test
    void aRenditionBelowANewOverrideIsNamedWithIt() {
        assertThat(reasons("HD", "SOURCE", RECIPE, Set.of()).of(target("HD", "4K"), Optional.of(CHUNK)))
                .isEqualTo("HD: below an override of 4K");
        assertThat(reasons("4K", "SOURCE", RECIPE, Set.of()).of(target("4K", "4K"), Optional.of(CHUNK)))
                .isEqualTo("4K: delivered as an override");
        assertThat(reasons("HD", "4K", RECIPE, Set.of()).of(target("HD", "SOURCE"), Optional.of(CHUNK)))
                .isEqualTo("HD: the override of 4K was removed");
    }

    @Test
    void aChunkThatIsNewIsToldFromOneThatIsLost() {
        assertThat(reasons("SD", "SOURCE", RECIPE, Set.of("b")).of(target("SD", "SOURCE"), Optional.of(CHUNK)))
                .isEqualTo("SD chunk 7: source chunk changed");
        assertThat(reasons("SD", "SOURCE", RECIPE, Set.of("a")).of(target("SD", "SOURCE"), Optional.of(CHUNK)))
                .isEqualTo("SD chunk 7: missing in the store");
    }

    private static Reasons reasons(String name, String madeOf, Map<String, Object> now, Set<String> chunks) {
        PlanRendition before =
                new PlanRendition(1, name, 22, madeOf, OptionalInt.of(9), "{}", "f", OptionalInt.empty());
        return new Reasons(Map.of(name, before), Map.of(name, RECIPE), Map.of(name, now), Map.of(22L, chunks));
    }

    private static Target target(String name, String from) {
        return new Target(
                new Rendition(name, OutputFingerprintsTest.sd()),
                0,
                new FrameSize(722, 406),
                DeliveredFilms.film(from, 33, 1280, 720, 0));
    }
}

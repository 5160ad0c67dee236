package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.PlanNote;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryBoundTest {
    private static final long ALLOWED = 2_000_000_000;
    private static final Delivered DEEP = DeliveredFilms.deep(7680, 3840, false);
    private static final Delivered HDR = DeliveredFilms.deep(7680, 3840, true);

    @Test
    void whatWouldTakeTooMuchHasEightBitsWhereItsSourceIsOfStandardRange() {
        Resolved made = made(ALLOWED, DEEP);

        assertThat(bits(made)).isEqualTo(Map.of("SD", 0, "4K360", 0, "6K360", 0, "8K360", 8));
        assertThat(made.notes())
                .containsExactly(
                        new PlanNote(
                                "8K360",
                                false,
                                "made of 8 bits: 10 bits of 7680×3840 take 2.3 GB of memory, atelier.limits.resident allows 2.0 GB"));
        assertThat(made.leftOut()).isEmpty();
    }

    @Test
    void highDynamicRangeIsLeftOutSinceEightBitsCannotHoldIt() {
        Resolved made = made(ALLOWED, HDR);

        assertThat(bits(made)).isEqualTo(Map.of("SD", 0, "4K360", 0, "6K360", 0));
        assertThat(made.leftOut())
                .isEqualTo(Map.of(
                        "8K360",
                        "left out: 10 bits of 7680×3840 take 2.3 GB of memory, atelier.limits.resident allows 2.0 GB;"
                                + " raise that, or say bits: 8 in its recipe to have it in standard range"));
    }

    @Test
    void itIsMadeInStandardRangeWhereItsRecipeSaysSo() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.large());
        recipes.computeIfPresent("8K360", (name, recipe) -> recipe.withBits(8));

        assertThat(bits(made(recipes, EncoderChoice.SOFTWARE, ALLOWED, HDR))).containsEntry("8K360", 8);
    }

    @Test
    void whatWouldTakeTooMuchOfEightBitsTooIsLeftOut() {
        Resolved made = made(ALLOWED, DeliveredFilms.film(VideoFormat.SOURCE, 22, 7680, 7680, 0));

        assertThat(bits(made)).containsOnlyKeys("SD", "4K360", "6K360");
        assertThat(made.leftOut())
                .isEqualTo(Map.of(
                        "8K360",
                        "left out: 8 bits of 7680×7680 take 3.2 GB of memory, atelier.limits.resident allows 2.0 GB;"
                                + " raise that"));
    }

    @Test
    void withMoreMemoryOrWithoutABoundEverythingIsMadeAsItsRecipeSays() {
        for (long allowed : List.of(0L, 3_000_000_000L)) {
            assertThat(bits(made(allowed, DEEP))).containsEntry("8K360", 0);
            assertThat(bits(made(allowed, HDR))).containsEntry("8K360", 0);
            assertThat(made(allowed, HDR).notes()).isEmpty();
        }
    }

    @Test
    void whatADeviceEncodesIsNotBounded() {
        EncoderChoice devices = (form, rendition) ->
                new Rendition(rendition.name(), rendition.recipe().withEncoder("hevc_nvenc"));

        Resolved made = made(GraphForTests.large(), devices, ALLOWED, HDR);
        assertThat(bits(made)).containsEntry("8K360", 0);
        assertThat(made.notes()).isEmpty();
    }

    @Test
    void whatWasDeliveredAsItselfIsMadeWhateverItTakes() {
        for (Delivered film : List.of(DEEP, HDR)) {
            Resolved made = made(ALLOWED, DEEP, new Delivered("8K360", film.input(), film.media()));

            assertThat(bits(made)).containsEntry("8K360", 0).containsEntry("6K360", 0);
            assertThat(made.notes()).isEmpty();
        }
    }

    @Test
    void nothingIsSaidOfWhatAFilmWouldNotHave() {
        assertThat(made(ALLOWED, DeliveredFilms.deep(5760, 2880, true)).notes()).isEmpty();
    }

    @Test
    void whatCouldBeAskedForIsSaidToBeLeftOutBeforeSomebodyDoes() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.large());
        recipes.computeIfPresent("8K360", (name, recipe) -> GraphForTests.onDemand(recipe));

        assertThat(made(recipes, EncoderChoice.SOFTWARE, ALLOWED, HDR).leftOut())
                .containsOnlyKeys("8K360");
        assertThat(made(recipes, EncoderChoice.SOFTWARE, ALLOWED, DEEP).notes())
                .as("is not made now")
                .isEmpty();
    }

    @Test
    void whatIsChosenForAFilmIsChosenForTheBitsThatAreMade() {
        Map<String, Integer> asked = new HashMap<>();
        EncoderChoice noting = new EncoderChoice() {
            @Override
            public Rendition of(long form, Rendition rendition) {
                return rendition;
            }

            @Override
            public Optional<String> leavesOut(Input source, Rendition rendition) {
                asked.put(rendition.name(), rendition.recipe().bits());
                return rendition.name().equals("6K360") ? Optional.of("left out: 4K360 does") : Optional.empty();
            }
        };

        Resolved made = made(GraphForTests.large(), noting, ALLOWED, DEEP);
        assertThat(asked).isEqualTo(Map.of("SD", 0, "4K360", 0, "6K360", 0, "8K360", 8));
        assertThat(made.leftOut()).isEqualTo(Map.of("6K360", "left out: 4K360 does"));
    }

    private static Resolved made(long allowed, Delivered... delivered) {
        return made(GraphForTests.large(), EncoderChoice.SOFTWARE, allowed, delivered);
    }

    private static Resolved made(
            Map<String, Recipe> recipes, EncoderChoice encoders, long allowed, Delivered... delivered) {
        return new Targets(new Ladder(recipes), form -> Set.of(), encoders, new MemoryBound(allowed))
                .resolve(List.of(delivered));
    }

    private static Map<String, Integer> bits(Resolved made) {
        Map<String, Integer> bits = new HashMap<>();
        made.targets()
                .forEach(each -> bits.put(each.name(), each.rendition().recipe().bits()));
        return bits;
    }
}

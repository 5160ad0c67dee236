package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Batch;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ladder.Ladder;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two spheres of 8K and 10 bits, on a real MariaDB: the first of high dynamic range, the second of standard. */
class TooLargeForMemoryTest {
    private static final Map<String, Recipe> RECIPES = GraphForTests.large();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long HDR = 1;
    private static final long SDR = 2;
    private static final String TAKES =
            "10 bits of 7680×3840 take 2.3 GB of memory, atelier.limits.resident allows 2.0 GB";

    private final ManyArtworks library = new ManyArtworks(2, 2);
    private final Plans plans = new Plans(library.sql(), CLOCK);

    @BeforeEach
    void spheresAreThere() {
        for (long id : List.of(HDR, SDR)) {
            library.sql()
                    .sql("UPDATE inputs SET media = :media WHERE id = :id")
                    .param(
                            "media",
                            new Json()
                                    .write(DeliveredFilms.deep(7680, 3840, id == HDR)
                                            .media()))
                    .param("id", id)
                    .update();
        }
        library.sql().sql("UPDATE artworks SET projection = 'equirectangular'").update();
        library.bound(2_000_000_000);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void oneOfHighRangeGoesUpTo6KAndOneOfStandardRangeTo8KOfEightBitsAndThePageSaysSo() {
        plan(RECIPES);

        assertThat(planned(HDR)).isEqualTo(Map.of("SD", 0, "4K360", 0, "6K360", 0));
        assertThat(planned(SDR)).isEqualTo(Map.of("SD", 0, "4K360", 0, "6K360", 0, "8K360", 8));
        assertThat(view(HDR).notMade())
                .isEqualTo(Map.of(
                        "8K360",
                        "left out: " + TAKES
                                + "; raise that, or say bits: 8 in its recipe to have it in standard range"));
        assertThat(view(SDR).notMade()).isEmpty();
        assertThat(noted(SDR)).isEqualTo(Map.of("8K360", "made of 8 bits: " + TAKES));
        assertThat(dryRun(HDR).waitsFor()).containsAllEntriesOf(view(HDR).notMade());
        assertThat(dryRun(SDR).otherwise()).isEqualTo(noted(SDR));
    }

    @Test
    void withMoreMemoryTheNextBatchPlansBothOfTenBits() {
        plan(RECIPES);
        library.makeAll();

        Batch same = library.run(library.batchStep(RECIPES), false);
        assertThat(same.changed()).isZero();

        library.bound(3_000_000_000L);
        Batch raised = library.run(library.batchStep(RECIPES), false);

        assertThat(raised.changed()).isEqualTo(2);
        assertThat(planned(HDR)).containsEntry("8K360", 0);
        assertThat(planned(SDR)).containsEntry("8K360", 0);
        assertThat(view(HDR).notMade()).isEmpty();
        assertThat(noted(SDR)).isEmpty();
    }

    @Test
    void whatIsStillLeftOutIsSaidByThePresentSetting() {
        plan(RECIPES);
        library.bound(2_200_000_000L);
        library.run(library.batchStep(RECIPES), false);

        assertThat(view(HDR).notMade().get("8K360")).contains("allows 2.2 GB");
        assertThat(noted(SDR).get("8K360")).contains("allows 2.2 GB");
    }

    @Test
    void whatCannotBeMadeIsNotOfferedToThoseWhoCouldAskForIt() {
        Map<String, Recipe> recipes = new HashMap<>(RECIPES);
        recipes.computeIfPresent("8K360", (name, recipe) -> GraphForTests.onDemand(recipe));
        plan(recipes);
        library.sql().sql("UPDATE artworks SET width = 7680, height = 3840").update();

        assertThat(offered(recipes, HDR)).isEmpty();
        assertThat(offered(recipes, SDR)).containsExactly("8K360");
    }

    private void plan(Map<String, Recipe> recipes) {
        library.plan(recipes, HDR);
        library.plan(recipes, SDR);
    }

    private Map<String, Integer> planned(long artwork) {
        Map<String, Integer> bits = new HashMap<>();
        for (PlanRendition each :
                plans.renditions(plans.current(artwork).orElseThrow().id())) {
            bits.put(
                    each.formatType(),
                    new Json().read(each.recipe(), Recipe.class).bits());
        }
        return bits;
    }

    private PlanView dryRun(long artwork) {
        return library.planViews(RECIPES).find("many/" + (artwork - 1)).orElseThrow();
    }

    private Map<String, String> noted(long artwork) {
        Map<String, String> noted = new HashMap<>();
        view(artwork).renditions().forEach((name, each) -> each.note().ifPresent(text -> noted.put(name, text)));
        return noted;
    }

    private ArtworkView view(long artwork) {
        VideoFormats formats = new VideoFormats(library.sql(), CLOCK);
        return new ArtworkViews(
                        library.sql(),
                        new Artworks(library.sql(), CLOCK),
                        formats,
                        new Editions(library.sql(), CLOCK),
                        plans,
                        new OnDemand(new Ladder(RECIPES), formats, plans))
                .find(artwork)
                .orElseThrow();
    }

    private List<String> offered(Map<String, Recipe> recipes, long artwork) {
        List<String> there = List.copyOf(planned(artwork).keySet());
        return new OnDemand(new Ladder(recipes), new VideoFormats(library.sql(), CLOCK), plans)
                .of(new Artworks(library.sql(), CLOCK).find(artwork).orElseThrow(), artwork, there).stream()
                        .map(made -> made.rendition().name())
                        .toList();
    }
}

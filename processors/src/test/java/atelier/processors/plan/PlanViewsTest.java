package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dry run of a plan, on a real MariaDB. */
class PlanViewsTest {
    private final ManyArtworks library = new ManyArtworks(1, 2);

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void aDryRunSaysWhichRenditionsWouldWaitForAnEncoderUntilANodeHasIt() {
        node("libx264");

        PlanView waiting = plan();

        assertThat(waiting.jobs()).extracting(PlanView.Job::rendition).contains("HD", "SD", "TN");
        assertThat(waiting.waitsFor())
                .isEqualTo(Map.of("HD", "a node whose FFmpeg has h264_nvenc: none that runs does"));

        node("libx264,h264_nvenc");

        assertThat(plan().waitsFor()).isEmpty();
    }

    @Test
    void whatNobodyNeedsIsLeftOutUntilANodeCanMakeItAndThenKept() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        recipes.computeIfPresent("HD", (name, recipe) -> GraphForTests.inAv1(recipe));
        node("libx264");

        assertThat(plan(recipes).jobs())
                .extracting(PlanView.Job::rendition)
                .contains("SD")
                .doesNotContain("HD");
        assertThat(plan(recipes).waitsFor())
                .isEqualTo(Map.of(
                        "HD",
                        "left out until a node has an FFmpeg whose libsvtav1 makes key frames where they are wanted"));

        node("libx264,libsvtav1");
        assertThat(plan(recipes).jobs()).extracting(PlanView.Job::rendition).contains("HD");
        assertThat(plan(recipes).waitsFor()).isEmpty();

        library.plan(recipes, 1);
        node("libx264");
        assertThat(plan(recipes).jobs()).extracting(PlanView.Job::rendition).contains("HD");
        assertThat(plan(recipes).waitsFor()).containsOnlyKeys("HD");
    }

    @Test
    void whatItsFilmDecidesIsNoJobUntilThatHasBeenRead() {
        node("libx264");
        library.await("HD");
        assertThat(plan(GraphForTests.RECIPES).jobs())
                .extracting(PlanView.Job::rendition)
                .contains("HD");

        library.sql().sql("UPDATE inputs SET chunk_count = NULL").update();

        assertThat(plan(GraphForTests.RECIPES).jobs())
                .extracting(PlanView.Job::rendition)
                .contains("SD")
                .doesNotContain("HD");
        assertThat(plan(GraphForTests.RECIPES).waitsFor())
                .isEqualTo(Map.of("HD", "the end of the film: its quality is chosen by what is in it"));
    }

    private PlanView plan(Map<String, Recipe> recipes) {
        return library.planViews(recipes).find("many/0").orElseThrow();
    }

    private PlanView plan() {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        recipes.computeIfPresent("HD", (name, recipe) -> recipe.withEncoder("h264_nvenc"));
        return plan(recipes);
    }

    private void node(String encoders) {
        library.sql()
                .sql("REPLACE INTO nodes (id, name, host, work, slots, readers, encoders, roles, started_at, seen_at)"
                        + " VALUES ('a', '', '', '', 1, 1, :encoders, 'encode', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))")
                .param("encoders", encoders)
                .update();
    }
}

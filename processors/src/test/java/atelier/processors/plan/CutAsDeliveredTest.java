package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.Index;
import atelier.processors.ladder.Ladder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is declared of a film whose SD is cut as it was delivered, before anything of it is made. */
class CutAsDeliveredTest {
    private static final String BY_RECIPE = "avc1.64001e";

    private final ManyArtworks library = new ManyArtworks(1, 3);
    private final Inputs inputs = new Inputs(library.sql(), Clock.systemUTC());

    @AfterEach
    void close() {
        library.close();
    }

    @BeforeEach
    void plan() {
        library.plan();
    }

    private String declared() {
        Clock clock = Clock.systemUTC();
        OnDemand onDemand = new OnDemand(
                new Ladder(GraphForTests.RECIPES),
                new VideoFormats(library.sql(), clock),
                new Plans(library.sql(), clock));
        return library.wholeForm(onDemand)
                .master("many/0", 1)
                .orElseThrow()
                .lines()
                .filter(line -> line.contains("RESOLUTION=722x406"))
                .findFirst()
                .orElseThrow();
    }

    private void cutAsItIs(String index) {
        library.sql()
                .sql("UPDATE plan_renditions SET copied = 2 WHERE video_format_id IN"
                        + " (SELECT id FROM video_formats WHERE format_type = 'SD')")
                .update();
        inputs.indexed(1, 3, index);
    }

    @Test
    void isWhatTheSourceIs() {
        assertThat(declared()).contains(BY_RECIPE);

        cutAsItIs(new Json().write(new Index(3, 25_000, 750_000, Map.of(), Optional.of("avc1.42c01e"))));

        assertThat(declared()).contains("avc1.42c01e").doesNotContain(BY_RECIPE);
    }

    @Test
    void isWhatTheRecipeWouldMakeWhereTheSourceWasReadBeforeThatWasKept() {
        cutAsItIs("{\"chunks\":3,\"timescale\":25000,\"durationTicks\":750000,\"streams\":{}}");

        assertThat(declared()).contains(BY_RECIPE);
    }
}

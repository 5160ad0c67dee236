package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkView.Reachable;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.hls.Listed;
import atelier.processors.ladder.Ladder;
import atelier.processors.whole.WholeForm;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What players find of renditions that are made when they ask for them, of a film whose SD is sealed. */
class ReachedDemandTest {
    private static final String SLUG = "many/0";
    private static final int CHUNKS = 3;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
    private final ManyArtworks library = new ManyArtworks(1, CHUNKS);
    private final JdbcClient sql = library.sql();
    private final Artworks artworks = new Artworks(sql, clock);
    private final VideoFormats formats = new VideoFormats(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final Editions editions = new Editions(sql, clock);
    private OnDemand onDemand;
    private WholeForm whole;
    private DemandStep step;

    @AfterEach
    void close() {
        library.close();
    }

    @BeforeEach
    void sealWhatIsEager() {
        recipes.computeIfPresent("HD", (name, recipe) -> GraphForTests.onDemand(recipe));
        onDemand = new OnDemand(new Ladder(recipes), formats, plans);
        step = library.demandStep(recipes, clock);
        whole = library.wholeForm(onDemand);
        shown(1920, 1080);
        night();
        seal(List.of("SD"));
    }

    private void night() {
        library.run(library.batchStep(recipes), false);
        library.makeAll();
    }

    private void seal(List<String> renditions) {
        editions.begin(artwork().id(), artwork().planId().orElseThrow(), "sealed", renditions);
    }

    private void shown(int width, int height) {
        sql.sql("UPDATE artworks SET width = ?, height = ?")
                .params(width, height)
                .update();
    }

    private Artwork artwork() {
        return artworks.find(SLUG).orElseThrow();
    }

    private Optional<Reachable> reachable() {
        return onDemand.of(artwork(), editions.current(artwork().id()).orElseThrow());
    }

    private int listed(String rendition) {
        return whole.media(SLUG, 1, rendition).map(Listed::size).orElse(-1);
    }

    @Test
    void whatCanBeAskedForIsDeclaredAndNotPlanned() {
        assertThat(reachable()).contains(new Reachable(List.of("HD"), "/whole/many/0/1/master.m3u8"));
        assertThat(whole.master(SLUG, 1).orElseThrow())
                .containsSubsequence("RESOLUTION=722x406", "SD.m3u8", "RESOLUTION=1920x1080", "HD.m3u8");
        assertThat(listed("SD")).isEqualTo(CHUNKS);
        assertThat(listed("HD")).isEqualTo(-1);
        assertThat(whole.stored(SLUG, 1).orElseThrow()).containsOnlyKeys("SD");
        assertThat(library.jobs()).isZero();
    }

    @Test
    void whatWasAskedForIsListedWhereTheAskerLooksAndIsSeenToBeMade() {
        step.ask(SLUG, "HD");

        assertThat(artwork().planId())
                .isNotEqualTo(plans.find(artwork().id(), 1).map(plan -> plan.id()));
        assertThat(listed("HD")).isEqualTo(CHUNKS);
        assertThat(whole.stored(SLUG, 1).orElseThrow().get("HD")).isEmpty();

        library.makeAll();
        assertThat(whole.stored(SLUG, 1).orElseThrow().get("HD")).isNotEmpty();
    }

    @Test
    void othersCanAskForItTooUntilAnEditionHasIt() {
        step.ask(SLUG, "HD");
        assertThat(reachable()).isPresent();

        library.makeAll();
        seal(List.of("HD", "SD"));

        assertThat(reachable()).isEmpty();
    }

    @Test
    void nothingIsOfferedThatWouldHaveTheSizeOfAnother() {
        shown(640, 360);

        assertThat(reachable()).isEmpty();
        assertThat(whole.master(SLUG, 1).orElseThrow()).doesNotContain("HD.m3u8");
    }

    @Test
    void nothingIsOfferedBesideAnEditionOfAnotherFilm() {
        long another = new Inputs(sql, clock)
                .create(formats.deliver(artwork().id(), "SOURCE", "delivered", "sources/b.mp4", 1), "sources/b.mp4", 1);
        artworks.begin(artwork().id(), another);

        assertThat(reachable()).isEmpty();
    }

    @Test
    void whatFailedIsNotOfferedAgain() {
        step.ask(SLUG, "HD");
        sql.sql("UPDATE video_formats SET state = 'failed', error = 'No memory.' WHERE format_type = 'HD'")
                .update();

        assertThat(reachable()).isEmpty();
    }
}

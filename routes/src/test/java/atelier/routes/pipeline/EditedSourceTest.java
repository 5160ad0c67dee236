package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An edited source is published from what is there and what is new, and shows picture for picture what the source shows. */
@PipelineSuite
class EditedSourceTest {
    private static final String SHOTS = "abcdefghij";
    private static final int RENDITIONS = 2;

    /** Pictures of other shots, and neighbouring ones, are less alike than this. */
    private static final double SAME_PICTURE = 30;

    private static final boolean FULL = Boolean.getBoolean("full");

    /** The same for everyone, but for the full check. Set {@code -Dseed=…} to have a failure of that again. */
    private static final long SEED = Long.getLong("seed", FULL ? System.nanoTime() % 100_000 : 7);

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Outputs outputs;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    private EditedFilm films;

    @BeforeEach
    void films() {
        films = new EditedFilm(clips);
    }

    @Test
    void anInsertedShotMovesWhatFollowsAndIsAllThatIsEncoded() {
        publish("edited/inserted", "0123456");
        List<String> before = outputs.videosOf("edited/inserted");

        publish("edited/inserted", "01293456");

        assertShowsItsSource("edited/inserted", "01293456");
        assertThat(added("edited/inserted", before)).isEqualTo(RENDITIONS);
    }

    @Test
    void aShotThatIsCutAwayMovesWhatFollowsAndNothingIsEncoded() {
        publish("edited/cut", "0123456");
        List<String> before = outputs.videosOf("edited/cut");

        publish("edited/cut", "012456");

        assertShowsItsSource("edited/cut", "012456");
        assertThat(added("edited/cut", before)).isZero();
    }

    @Test
    void shotsThatChangePlacesAndOneThatComesTwiceAreNotEncodedAgain() {
        publish("edited/moved", "0123456");
        List<String> before = outputs.videosOf("edited/moved");

        publish("edited/moved", "45601230");

        assertShowsItsSource("edited/moved", "45601230");
        assertThat(added("edited/moved", before)).isZero();
    }

    @Test
    void anEditThatIsTakenBackEncodesNothing() {
        publish("edited/undone", SHOTS);
        List<String> before = outputs.videosOf("edited/undone");
        publish("edited/undone", "abcdeYfghij");

        publish("edited/undone", SHOTS);

        assertThat(outputs.videosOf("edited/undone")).containsExactlyInAnyOrderElementsOf(before);
        assertShowsItsSource("edited/undone", SHOTS);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, FULL ? 25 : 3).mapToObj(number -> SEED + number);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyEditOfAnySourceShowsWhatTheSourceShows(long seed) {
        Random random = new Random(seed);
        String all = random.nextBoolean() ? SHOTS.substring(random.nextInt(4)) : "01234".substring(random.nextInt(2));
        String first = EditedFilm.edited(all, random);
        String slug = "edited/random-" + seed;
        publish(slug, first);
        String shots = first;
        for (int edits = 1 + random.nextInt(2); edits > 0 || shots.equals(first); edits--) {
            shots = EditedFilm.edited(shots, random);
        }

        publish(slug, shots);

        assertShowsItsSource(slug, shots);
    }

    /** Delivers a film and waits until its edition is sealed and its renditions are whole. */
    private void publish(String slug, String shots) {
        int before = edition(studio.artwork(slug));
        studio.drop(films.of(shots), slug + ".mp4");
        studio.until(
                slug,
                each -> each.path("state").asText().equals("ready")
                        && edition(each) > before
                        && Published.videos(each).stream()
                                .noneMatch(name -> sha(each, name).isEmpty()));
    }

    private void assertShowsItsSource(String slug, String shots) {
        Path source = films.of(shots);
        for (String rendition : Published.videos(studio.artwork(slug))) {
            String size = published.size(slug, rendition);
            for (Path made :
                    List.of(published.file(slug, rendition, folder), published.streamed(slug, rendition, folder))) {
                assertSameTimes(reader.shown(source), reader.coded(made), shots + " " + made.getFileName());
                assertThat(reader.likeness(source, made, size))
                        .as(shots + " " + made.getFileName())
                        .hasSize(reader.shown(source).count())
                        .allSatisfy(like -> assertThat(like).isGreaterThan(SAME_PICTURE));
            }
        }
    }

    private static void assertSameTimes(Pictures source, Pictures made, String what) {
        double[] wanted = source.seconds();
        double[] found = made.seconds();
        assertThat(found).as(what).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).as(what + ", time of picture " + i).isEqualTo(wanted[i], within(0.001));
        }
        assertThat(made.shown()[0]).as(what + ", time of the first picture").isZero();
    }

    private long added(String slug, List<String> before) {
        List<String> now = new ArrayList<>(outputs.videosOf(slug));
        now.removeAll(before);
        return now.size();
    }

    private static String sha(JsonNode artwork, String rendition) {
        return artwork.path("renditions").path(rendition).path("sha256").asText("");
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}

package atelier.processors.publish;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.publish.EditionDecision.Begin;
import atelier.processors.publish.EditionDecision.Grow;
import atelier.processors.publish.EditionDecision.Seal;
import atelier.processors.publish.EditionDecision.Wait;
import atelier.processors.spherical.Sphere;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EditionDecisionTest {
    private static final Optional<Edition> NONE = Optional.empty();
    private static final String FLAT = "FLAT";

    @Test
    void nothingIsPublishedBeforeTheLowestVideoAndTheSoundBegin() {
        assertThat(decide(NONE, video("SD", 0), video("HD", 0), sound(0))).isEqualTo(new Wait());
        assertThat(decide(NONE, video("SD", 4), video("HD", 0), sound(0))).isEqualTo(new Wait());
        assertThat(decide(NONE, video("SD", 0), video("HD", 4), sound(4))).isEqualTo(new Wait());
    }

    @Test
    void theFirstEditionHasTheLowestVideoAndTheSound() {
        assertThat(decide(NONE, video("SD", 4), video("HD", 4), sound(6))).isEqualTo(new Begin(List.of("SD", "AUDIO")));
        assertThat(decide(NONE, video("SD", 4), video("HD", 0))).isEqualTo(new Begin(List.of("SD")));
    }

    @Test
    void otherSoundsJoinLikeHigherRenditions() {
        assertThat(decide(NONE, video("SD", 4), sound(4), sound("AUDIO-2", 0)))
                .isEqualTo(new Begin(List.of("SD", "AUDIO")));
        assertThat(decide(edition("growing", "SD", "AUDIO"), video("SD", 9), sound(9), sound("AUDIO-2", 30)))
                .isEqualTo(new Begin(List.of("SD", "AUDIO", "AUDIO-2")));
        assertThat(decide(NONE, video("SD", 4), failed("AUDIO"), sound("AUDIO-2", 0)))
                .isEqualTo(new Wait());
    }

    @Test
    void anEditionGrowsUntilAnotherRenditionIsFarEnoughAhead() {
        Optional<Edition> current = edition("growing", "SD", "AUDIO");
        assertThat(decide(current, video("SD", 40), video("HD", 19), sound(40))).isEqualTo(new Grow(current.get()));
        assertThat(decide(current, video("SD", 40), video("HD", 20), sound(40)))
                .isEqualTo(new Begin(List.of("SD", "HD", "AUDIO")));
    }

    @Test
    void whoHasWatchedSinceTheBeginningIsNotLedToWhereNothingIsMade() {
        Optional<Edition> current = edition("growing", "SD");
        List<RenditionProgress> renditions = List.of(video("SD", 100), video("HD", 60));
        assertThat(EditionDecision.of(current, renditions, false, 41, false)).isEqualTo(new Grow(current.get()));
        assertThat(EditionDecision.of(current, renditions, false, 40, false)).isEqualTo(new Begin(List.of("SD", "HD")));
    }

    @Test
    void aCompleteRenditionJoinsHoweverShortItIs() {
        assertThat(decide(edition("growing", "SD"), video("SD", 4), complete("HD", 4)))
                .isEqualTo(new Begin(List.of("SD", "HD")));
    }

    @Test
    void whereTheSameFilmCanBeWatchedMeanwhileNothingGrows() {
        List<RenditionProgress> some = List.of(complete("SD", 9), video("HD", 4));
        assertThat(EditionDecision.of(NONE, some, true, 0, true)).isEqualTo(new Wait());
        List<RenditionProgress> all = List.of(complete("SD", 9), complete("HD", 9));
        assertThat(EditionDecision.of(NONE, all, true, 0, true)).isEqualTo(new Seal(List.of("SD", "HD")));
    }

    @Test
    void allThatIsMadeIsSealedOnceTheInputIsReadToItsEnd() {
        List<RenditionProgress> all = List.of(complete("SD", 9), complete("HD", 9));
        assertThat(EditionDecision.of(edition("growing", "SD"), all, false, 0, false))
                .isEqualTo(new Begin(List.of("SD", "HD")));
        assertThat(EditionDecision.of(edition("growing", "SD"), all, true, 0, false))
                .isEqualTo(new Seal(List.of("SD", "HD")));
        assertThat(EditionDecision.of(NONE, all, true, 0, false)).isEqualTo(new Seal(List.of("SD", "HD")));
    }

    @Test
    void whatFailedIsLeftOutAndKeepsNothingElseBack() {
        List<RenditionProgress> all = List.of(failed("SD"), complete("HD", 9), failed("AUDIO"));
        assertThat(EditionDecision.of(NONE, all, true, 0, false)).isEqualTo(new Seal(List.of("HD")));
        assertThat(decide(NONE, failed("SD"), video("HD", 3))).isEqualTo(new Begin(List.of("HD")));
    }

    @Test
    void aFlatViewComesWithWhatIsLookedAroundInAndNeverAlone() {
        assertThat(decide(NONE, video("1K360", 0), complete(FLAT, 9))).isEqualTo(new Wait());
        assertThat(decide(NONE, failed("1K360"), complete(FLAT, 9))).isEqualTo(new Wait());
        assertThat(decide(NONE, video("1K360", 4), video(FLAT, 4))).isEqualTo(new Begin(List.of("1K360")));
        Optional<Edition> current = edition("growing", "1K360");
        assertThat(decide(current, video("1K360", 40), complete(FLAT, 40))).isEqualTo(new Grow(current.get()));
        assertThat(decide(current, video("1K360", 40), complete(FLAT, 40), complete("2K360", 40)))
                .isEqualTo(new Begin(List.of("1K360", FLAT, "2K360")));
    }

    @Test
    void withoutAnyVideoNothingIsPublished() {
        assertThat(decide(NONE, failed("SD"), failed("HD"), sound(9))).isEqualTo(new Wait());
    }

    @Test
    void aSealedEditionNeverChanges() {
        assertThat(decide(edition("sealed", "SD"), complete("SD", 9), complete("HD", 9)))
                .isEqualTo(new Wait());
    }

    private static EditionDecision decide(Optional<Edition> current, RenditionProgress... renditions) {
        return EditionDecision.of(current, List.of(renditions), false, 0, false);
    }

    private static Optional<Edition> edition(String state, String... renditions) {
        return Optional.of(new Edition(7, 1, 1, 1, state, List.of(renditions), 0));
    }

    private static RenditionProgress video(String name, int seconds) {
        return progress(name, Kind.VIDEO, seconds, false, Optional.empty());
    }

    private static RenditionProgress complete(String name, int seconds) {
        return progress(name, Kind.VIDEO, seconds, true, Optional.empty());
    }

    private static RenditionProgress sound(int seconds) {
        return sound("AUDIO", seconds);
    }

    private static RenditionProgress sound(String name, int seconds) {
        return progress(name, Kind.AUDIO, seconds, false, Optional.empty());
    }

    private static RenditionProgress failed(String name) {
        return progress(name, name.equals("AUDIO") ? Kind.AUDIO : Kind.VIDEO, 2, false, Optional.of("It broke."));
    }

    private static RenditionProgress progress(
            String name, Kind kind, int seconds, boolean complete, Optional<String> error) {
        List<ReadySegment> ready = seconds == 0 ? List.of() : List.of(new ReadySegment("f", 0, 0, 1000L * seconds, 1));
        VideoFormat format = new VideoFormat(
                1, 1, name, "encoded", "ready", Optional.empty(), OptionalLong.empty(), 2, 2, Optional.empty());
        StreamInfo info = new StreamInfo("avc1.64001f", 1000, 2, 2, 0, 0, 25);
        return new RenditionProgress(
                format,
                kind,
                ready,
                complete,
                error,
                Optional.of(info),
                Optional.empty(),
                Sphere.PLAIN,
                name.equals(FLAT),
                Optional.empty());
    }
}

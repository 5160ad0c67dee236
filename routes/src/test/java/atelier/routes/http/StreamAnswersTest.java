package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.PlaybackKeys.Key;
import atelier.processors.catalog.RenditionView;
import atelier.processors.work.Admission;
import atelier.routes.access.Lifetimes;
import atelier.routes.access.Passes;
import atelier.routes.http.StreamAnswers.Stream;
import atelier.routes.http.StreamAnswers.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class StreamAnswersTest {
    private static final String MASTER = "/media/mila/sunset/editions/2/master.m3u8";

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private Optional<String> trouble = Optional.empty();
    private final StreamAnswers streams = streams(false);

    private StreamAnswers streams(boolean signed) {
        return new StreamAnswers(
                new Admission(List.of(), 0, Duration.ZERO, () -> trouble),
                addresses(signed),
                (slug, name) -> name.equals("3K"));
    }

    private static PlaybackAddresses addresses(boolean signed) {
        Lifetimes lifetimes = new Lifetimes(Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));
        Key key = new Key(1, new byte[] {1}, 0);
        return new PlaybackAddresses(
                signed, new Passes(() -> key, id -> Optional.of(key), lifetimes), lifetimes, Optional.empty());
    }

    private static RenditionView rendition(boolean complete, Optional<String> error) {
        return new RenditionView(
                complete,
                complete,
                error.isPresent(),
                error,
                3,
                8,
                Optional.empty(),
                9,
                Optional.empty(),
                "encoded",
                Optional.empty(),
                Optional.empty());
    }

    private static ArtworkView artwork(String state, boolean playable, Map<String, RenditionView> renditions) {
        return new ArtworkView(
                "mila/sunset",
                "sunset",
                state,
                Optional.of("The file ends early. Deliver it again."),
                OptionalDouble.empty(),
                0,
                0,
                "flat",
                "mono",
                List.of(),
                Optional.empty(),
                playable,
                Optional.of("/chunks/ab/poster.jpg"),
                Optional.of("/chunks/ab/poster.webp"),
                Optional.of("/media/mila/sunset/editions/2/storyboard.vtt"),
                Optional.of(new ArtworkView.Playback(
                                2,
                                MASTER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(
                                        new ArtworkView.Reachable(List.of("3K"), "/whole/mila/sunset/4/master.m3u8"))))
                        .filter(it -> playable),
                List.of(),
                0.25,
                renditions,
                Map.of(),
                Map.of());
    }

    private ResponseEntity<Object> asked(String state, boolean playable) {
        return streams.of(artwork(state, playable, Map.of()), Optional.empty());
    }

    private ResponseEntity<Object> rendition(String name, RenditionView view) {
        return streams.of(artwork("encoding", true, Map.of(name, view)), Optional.of(name));
    }

    @Test
    void whatHasAnEditionIsPlayable() {
        ResponseEntity<Object> answer = asked("encoding", true);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(new Stream(MASTER, "application/vnd.apple.mpegurl", Optional.empty()));
    }

    @Test
    void aSignedAddressSaysUntilWhenItHolds() {
        Stream stream = (Stream) streams(true)
                .of(artwork("ready", true, Map.of()), Optional.empty())
                .getBody();

        assertThat(stream.url()).startsWith(MASTER + "?pass=1.");
        assertThat(stream.expiresAt()).contains(NOW.plus(Duration.ofMinutes(75)));
    }

    @Test
    void everythingThatIsGivenOutWithAnArtworkIsSigned() {
        ArtworkView artwork = addresses(true).open(artwork("ready", true, Map.of()));

        assertThat(artwork.storyboard().orElseThrow()).startsWith("/media/mila/sunset/editions/2/storyboard.vtt?pass=");
        assertThat(artwork.playback().orElseThrow().onDemand().orElseThrow().master())
                .startsWith("/whole/mila/sunset/4/master.m3u8?pass=");
    }

    @Test
    void thePicturesOfASignedStoryboardAreSignedWhereTheyLie() {
        String storyboard =
                "WEBVTT\n\n00:00:00.000 --> 00:00:06.000\n../../../../../chunks/ab/sheet.jpg#xywh=0,0,160,90\n";
        String key = "media/mila/sunset/editions/2/storyboard.vtt";

        assertThat(addresses(true).stored(key, storyboard))
                .containsPattern("chunks/ab/sheet\\.jpg\\?pass=1\\.[^#]+#xywh=0,0,160,90\n$");
        assertThat(addresses(false).stored(key, storyboard)).isEqualTo(storyboard);
    }

    @Test
    void whatWasPlayableStaysSoWhenANewSourceFails() {
        assertThat(asked("failed", true).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void whatIsBeingMadeSaysWhatItWaitsForAndWhenToComeBack() {
        ResponseEntity<Object> answer = asked("encoding", false);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(answer.getBody()).isEqualTo(new Waiting("encoding", 0.25, "the first seconds to be encoded"));
    }

    @Test
    void whatAllNewWorkWaitsForIsSaidFirst() {
        trouble = Optional.of("it is away.");

        assertThat(asked("ingesting", false).getBody())
                .isEqualTo(new Waiting("ingesting", 0.25, "the store: it is away."));
    }

    @Test
    void whatFailedSaysWhyAndWhatToDo() {
        assertThatThrownBy(() -> asked("failed", false))
                .isInstanceOf(ConflictException.class)
                .hasMessage("'mila/sunset' cannot be played. The file ends early. Deliver it again.");
    }

    @Test
    void aFinishedRenditionIsAFile() {
        assertThat(rendition("HD", rendition(true, Optional.empty())).getBody())
                .isEqualTo(new Stream("/media/mila/sunset/HD.mp4", "video/mp4", Optional.empty()));
        assertThat(rendition("TN", rendition(true, Optional.empty())).getBody())
                .isEqualTo(new Stream("/chunks/ab/poster.jpg", "image/jpeg", Optional.empty()));
    }

    @Test
    void anUnfinishedRenditionSaysHowFarItIs() {
        assertThat(rendition("HD", rendition(false, Optional.empty())).getBody())
                .isEqualTo(new Waiting("encoding", 0.25, "HD to be encoded: 3 of 8 segments are made"));
    }

    @Test
    void aRenditionThatIsMadeOnDemandIsAskedForAndComes() {
        ResponseEntity<Object> answer = streams.of(artwork("ready", true, Map.of()), Optional.of("3K"));

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getBody())
                .isEqualTo(new Waiting("ready", 0.25, "3K to be encoded: it is made on demand, and was asked for now"));
    }

    @Test
    void aFailedRenditionIsToldApartFromOneThatThereIsNot() {
        assertThatThrownBy(() -> rendition("HD", rendition(false, Optional.of("No memory."))))
                .hasMessage("'HD' of 'mila/sunset' cannot be played. No memory.");
        assertThatThrownBy(() -> streams.of(artwork("ready", true, Map.of()), Optional.of("8K")))
                .isInstanceOf(NotFoundException.class);
    }
}

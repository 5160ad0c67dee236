package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be shown is refused with a reason, leaves nothing behind, and stops nothing else. */
@PipelineSuite
class BadInputTest {
    private static final String GOOD =
            "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT";
    private static final String LIVE =
            "-f lavfi -i color=s=64x48:r=1:d=14460 -c:v libx264 -preset ultrafast -g 600 -pix_fmt yuv420p"
                    + " -f matroska -live 1 OUT";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Traces traces;

    @Autowired
    private Site site;

    @ParameterizedTest
    @EnumSource(BadFile.class)
    void isRefusedWithAReasonAndLeavesNothing(BadFile bad) {
        byte[] content = bad.of(clips);
        studio.folder("bad");
        Set<String> before = traces.atRest();

        studio.drop(content, bad.fileName());
        JsonNode artwork = studio.failed(bad.slug());

        assertThat(artwork.path("error").asText()).containsPattern(bad.problem());
        assertThat(artwork.path("playable").asBoolean()).isFalse();
        assertThat(site.json("/api/artworks").findValuesAsText("slug")).contains(bad.slug());
        assertThat(studio.refused(bad.fileName())).hasBinaryContent(content);
        assertThat(studio.refused(bad.fileName() + ".txt")).content().containsPattern(bad.problem());
        assertThat(traces.atRest()).isEqualTo(before);
    }

    @Test
    void aFilmThatIsTooLongAndDoesNotSayHowLongItIsIsRefusedWhileItIsRead() {
        studio.drop(clips.of("live", "mkv", List.of(LIVE)), "bad/live.mkv");
        studio.failed("bad/live");
        traces.atRest();

        JsonNode artwork = studio.artwork("bad/live");
        assertThat(artwork.path("playable").asBoolean()).isFalse();
        assertThat(artwork.path("error").asText())
                .startsWith("The video lasts more than 4:00:00, which is the most that is taken. Deliver it in parts");
        assertThat(studio.refused("bad/live.mkv")).exists();
        assertThat(studio.refused("bad/live.mkv.txt")).content().contains("more than 4:00:00");
    }

    @Test
    void aFilmThatDoesNotSayHowLongItIsIsMadeOnceThatIsKnown() {
        String live = GOOD.replace("OUT", "-f matroska -live 1 OUT");
        studio.drop(clips.of("live-good", "mkv", List.of(live)), "bad/live-good.mkv");

        JsonNode artwork = studio.ready("bad/live-good");

        assertThat(artwork.path("durationSeconds").asDouble()).isEqualTo(5.0);
        assertThat(Published.videos(artwork)).isNotEmpty();
    }

    @Test
    void aFilmThatIsLongerThanItsContainerSaysIsRefusedThoughItBeganToPlay() {
        byte[] content = FileBytes.of(clips.of("lying", "mkv", List.of(LIVE.replace(" -live 1", ""))));
        studio.drop(FileBytes.lasting(content, 60), "bad/lying.mkv");
        studio.failed("bad/lying");
        traces.atRest();

        assertThat(studio.artwork("bad/lying").path("error").asText()).startsWith("The video lasts more than 4:00:00");
        assertThat(studio.artwork("bad/lying").path("state").asText()).isEqualTo("failed");
        assertThat(studio.refused("bad/lying.mkv")).exists();
    }

    @Test
    void aGoodFileOfTheSameNameFollowsABadOne() {
        studio.drop(FileBytes.text("no video"), "bad/mended.mp4");
        studio.failed("bad/mended");

        studio.drop(clips.of("good", "mp4", List.of(GOOD)), "bad/mended.mp4");

        JsonNode artwork =
                studio.until("bad/mended", each -> each.path("state").asText().equals("ready"));
        assertThat(artwork.path("error").isNull()).isTrue();
        assertThat(artwork.path("playable").asBoolean()).isTrue();
    }

    @Test
    void aBadFileDoesNotReplaceWhatIsPublished() {
        studio.drop(clips.of("good", "mp4", List.of(GOOD)), "bad/kept.mp4");
        studio.ready("bad/kept");
        // The poster may come last.
        JsonNode before = studio.until(
                "bad/kept",
                each -> each.path("renditions").path("TN").path("complete").asBoolean());

        studio.drop(FileBytes.text("no video"), "bad/kept.mp4");
        JsonNode after = studio.until("bad/kept", each -> !each.path("error").isNull());

        assertThat(after.path("playback")).isEqualTo(before.path("playback"));
        assertThat(after.path("playable").asBoolean()).isTrue();
        assertThat(after.path("renditions")).isEqualTo(before.path("renditions"));
    }
}

package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is encoded twice. */
@PipelineSuite
class SameContentTest {
    private static final String FIRST = "-f lavfi -i testsrc2=s=320x180:r=25:d=11 -f lavfi -i sine=300:r=48000:d=11"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT";
    private static final String OTHER = "-f lavfi -i mandelbrot=s=320x180:r=25 -f lavfi -i sine=500:r=48000:d=6 -t 6"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Outputs outputs;

    @Test
    void theSameFileAgainLeavesTheInboxAndIsNotEncoded() {
        Path clip = clips.of("again", "mp4", List.of(FIRST));
        studio.drop(clip, "again/once.mp4");
        JsonNode before = studio.ready("again/once");
        int made = outputs.madeFor("again/once");

        studio.drop(clip, "again/once.mp4");

        await().atMost(Duration.ofMinutes(3)).until(() -> !studio.isInInbox("again/once.mp4"));
        assertThat(studio.artwork("again/once")).isEqualTo(before);
        assertThat(outputs.madeFor("again/once")).isEqualTo(made).isGreaterThan(4);
        assertThat(site.json("/api/artworks/again/once/plan").path("needed").asInt())
                .isZero();
    }

    @Test
    void theSameContentUnderAnotherNameIsAnArtworkOfItsOwnWithoutAnyEncode() {
        Path clip = clips.of("again", "mp4", List.of(FIRST));
        studio.drop(clip, "again/first-name.mp4");
        JsonNode first = studio.ready("again/first-name");

        studio.drop(clip, "again/second-name.mp4");
        JsonNode second = studio.ready("again/second-name");

        assertThat(outputs.of("again/second-name")).isEqualTo(outputs.of("again/first-name"));
        for (String rendition : Published.videos(first)) {
            assertThat(sha(second, rendition)).isEqualTo(sha(first, rendition)).isNotBlank();
        }
        assertThat(second.path("playback").path("master").asText()).contains("second-name");
        assertThat(second.path("sameAs").toString()).contains("again/first-name");
        assertThat(studio.artwork("again/first-name").path("sameAs").toString()).contains("again/second-name");
    }

    @Test
    void aRemuxedSourceReusesEveryChunk() {
        Path clip = clips.of("again", "mp4", List.of(FIRST));
        Path remuxed = clips.of(
                "again-remuxed",
                "mkv",
                List.of("-i " + clip.toAbsolutePath() + " -c copy -metadata title=Another OUT"));
        studio.drop(clip, "again/boxed.mp4");
        studio.ready("again/boxed");

        studio.drop(remuxed, "again/boxed-anew.mkv");
        studio.ready("again/boxed-anew");

        assertThat(outputs.of("again/boxed-anew")).containsAll(outputs.videosOf("again/boxed"));
    }

    @Test
    void aSourceInATransportStreamReusesEveryChunk() {
        // Larger than every rendition: what may be cut as it is, is not cut out of a transport stream.
        Path clip = clips.of("again-large", "mp4", List.of(FIRST.replace("320x180", "480x270")));
        Path stream = clips.of("again-stream", "ts", List.of("-i " + clip.toAbsolutePath() + " -c copy OUT"));
        studio.drop(clip, "again/large.mp4");
        studio.ready("again/large");

        studio.drop(stream, "again/stream.ts");
        studio.ready("again/stream");

        assertThat(outputs.of("again/stream")).containsAll(outputs.videosOf("again/large"));
    }

    @Test
    void aReplacedSourceIsPublishedAsALaterEditionAndTheOldOnePlaysUntilThen() {
        studio.drop(clips.of("again", "mp4", List.of(FIRST)), "again/replaced.mp4");
        JsonNode before = studio.ready("again/replaced");
        int edition = edition(before);

        studio.drop(clips.of("replacement", "mp4", List.of(OTHER)), "again/replaced.mp4");
        JsonNode between = studio.until(
                "again/replaced", each -> !each.path("state").asText().equals("ready") || edition(each) > edition);
        assertThat(between.path("playable").asBoolean()).isTrue();
        assertThat(edition(between)).isGreaterThanOrEqualTo(edition);
        String old = before.path("playback").path("master").asText();
        assertThat(site.text(site.root().resolve(old))).contains("#EXTM3U");

        JsonNode after = studio.until(
                "again/replaced", each -> each.path("state").asText().equals("ready") && edition(each) > edition);
        assertThat(after.path("durationSeconds").asDouble()).isEqualTo(6.0);
        assertThat(site.text(site.root().resolve(old))).as("the old edition").contains("#EXTM3U");
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }

    private static String sha(JsonNode artwork, String rendition) {
        return artwork.path("renditions").path(rendition).path("sha256").asText();
    }
}

package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where an artwork can be played, as programs ask. */
@PipelineSuite
class StreamTest {
    private static final String SHORT =
            "-f lavfi -i testsrc2=s=320x180:r=25:d=3 -c:v libx264 -preset veryfast -g 25" + " -pix_fmt yuv420p OUT";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    private HttpResponse<byte[]> stream(String slug, String query) {
        return site.ask("GET", site.root().resolve(site.address("/api/artworks/" + slug + "/stream") + query));
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        return site.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsReadyIsThereToBePlayedAsAPlaylistAndAsAFile() {
        studio.drop(clips.of("stream", "mp4", List.of(SHORT)), "stream/short.mp4");
        studio.ready("stream/short");

        JsonNode playlist = body(stream("stream/short", ""));
        JsonNode file = body(stream("stream/short", "?rendition=SD"));

        assertThat(playlist.path("type").asText()).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(playlist.has("expiresAt")).isFalse();
        assertThat(site.text(site.root().resolve(playlist.path("url").asText())))
                .startsWith("#EXTM3U");
        assertThat(file.path("type").asText()).isEqualTo("video/mp4");
        assertThat(site.bytes(site.root().resolve(file.path("url").asText()))).isNotEmpty();
    }

    @Test
    void whatFailedAndWhatThereIsNotAreProblems() {
        studio.drop("No video.".getBytes(StandardCharsets.UTF_8), "stream/letter.mp4");
        studio.failed("stream/letter");

        assertThat(stream("stream/letter", "").statusCode()).isEqualTo(409);
        assertThat(body(stream("stream/letter", "")).path("detail").asText()).contains("cannot be played");
        assertThat(stream("stream/nobody", "").statusCode()).isEqualTo(404);
    }
}

package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Names and titles that are HTML go through everything as the text that they are. */
@PipelineSuite
class ScriptsInNamesTest {
    private static final String CLIP = "-f lavfi -i testsrc2=s=160x90:r=25:d=2 -c:v libx264 -preset veryfast -g 25"
            + " -pix_fmt yuv420p -metadata title=<script>alert(1)</script> OUT";
    private static final String SLUG = "scripts/<img src=x onerror=alert(1)>";
    private static final String TITLE = "</title></script><script>alert(2)</script><img src=x onerror=alert(3)>";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @BeforeEach
    void deliver() {
        studio.drop(FileBytes.text("title: \"" + TITLE + "\"\n"), SLUG + ".yml");
        studio.drop(clips.of("scripts", "mp4", List.of(CLIP)), SLUG + ".mp4");
        studio.ready(SLUG);
        studio.until(SLUG, artwork -> artwork.path("title").asText().equals(TITLE));
    }

    @Test
    void theyComeBackAsTheyAreInJsonThatIsCalledJson() {
        HttpResponse<byte[]> answer = ask("/api/artworks/" + SLUG);

        JsonNode artwork = site.parse(text(answer));
        assertThat(artwork.path("slug").asText()).isEqualTo(SLUG);
        assertThat(artwork.path("title").asText()).isEqualTo(TITLE);
        assertIsSentAs(answer, "application/json");
        assertIsSentAs(ask("/api/artworks"), "application/json");
        assertIsSentAs(ask("/api/work"), "application/json");
        assertIsSentAs(ask("/api/artworks/" + SLUG + "/plan"), "application/json");
    }

    @Test
    void noPageIsMadeOfThem() {
        HttpResponse<byte[]> page = ask("/watch/" + SLUG);

        assertIsSentAs(page, "text/html");
        assertThat(text(page)).doesNotContain("onerror").isEqualTo(text(ask("/watch/somebody/else")));
    }

    @Test
    void whatIsPublishedOfThemIsCalledWhatItIs() {
        JsonNode artwork = studio.artwork(SLUG);

        HttpResponse<byte[]> master =
                ask(site.root().resolve(artwork.path("playback").path("master").asText()));
        assertIsSentAs(master, "application/vnd.apple.mpegurl");
        assertThat(text(master)).doesNotContain("<");
        assertIsSentAs(ask(site.root().resolve(artwork.path("poster").asText())), "image/jpeg");
    }

    @Test
    void anErrorThatRepeatsThemIsNoPage() {
        HttpResponse<byte[]> answer = ask("/api/artworks/nobody/<script>alert(1)<script>");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertIsSentAs(answer, "application/problem+json");
    }

    /** As a browser asks for a page, which Spring's own error answer would oblige with HTML. */
    @Test
    void nothingThatRepeatsAnAddressIsAPageEither() {
        HttpResponse<byte[]> answer = site.ask(
                "GET", site.address("/nowhere/<script>alert(1)<script>"), "Accept", "text/html,application/xhtml+xml");

        assertThat(text(answer)).doesNotContain("<script");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private HttpResponse<byte[]> ask(String path) {
        return ask(site.address(path));
    }

    private HttpResponse<byte[]> ask(URI address) {
        return site.ask("GET", address);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void assertIsSentAs(HttpResponse<byte[]> answer, String type) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}

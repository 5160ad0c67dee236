package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Home;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names, plans, errors and events, as scripts and pages rely on them. */
@PipelineSuite
class ContractTest {
    private static final String SHORT = "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -f lavfi -i sine=200:r=48000:d=5"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Gallery gallery;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @Autowired
    private Home home;

    @Test
    void aNodeThatIsKilledLeavesNoFolderOfItsWebServerInTheTemporaryOnes() {
        assertThat(home.root().resolve(".tomcat")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names/with a space/and more",
                "names/été à la mer",
                "names/日本/夕焼け",
                "names/100% #1 & ?more;x=[y]+z",
                "names/plan",
                "names/Dots.in.it"
            })
    void everyNameWorksFromTheInboxToThePlayer(String slug) {
        studio.drop(clips.of("short", "mp4", List.of(SHORT)), slug + ".mp4");

        JsonNode artwork = studio.ready(slug);

        assertThat(artwork.path("slug").asText()).isEqualTo(slug);
        assertThat(site.bytes(site.address("/media/" + slug + "/HD.mp4"))).isNotEmpty();
        assertThat(site.bytes(published.playlist(slug, "SD").map())).isNotEmpty();
        assertThat(site.json("/api/artworks/" + slug + "/plan").path("jobs")).isEmpty();
        String master = artwork.path("playback").path("master").asText();
        assertThat(site.text(site.root().resolve(master))).contains("#EXTM3U");
        assertThat(site.bytes(site.root().resolve(artwork.path("poster").asText())))
                .startsWith(0xff, 0xd8);
        assertThat(reader.probe(
                        "-show_entries format=nb_streams -of csv=p=0",
                        published.master(slug).toString()))
                .isNotEmpty();
        assertThat(site.ask("GET", site.address("/watch/" + slug)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/artworks/nobody/nothing",
                "/api/artworks/nobody/nothing/plan",
                "/media/nobody/nothing/master.m3u8",
                "/media/nobody/nothing/HD.mp4",
                "/chunks/0000000000000000000000000000000000000000000000000000000000000000/init.mp4"
            })
    void whatIsNotThereIsAProblemThatSaysSo(String path) {
        HttpResponse<byte[]> answer = site.ask("GET", site.address(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = site.parse(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("detail").asText()).contains("There is no");
    }

    @Test
    void theApiSaysAllThatPagesNeed() {
        JsonNode artwork = gallery.ready(Clip.CLOSED_GOP);

        assertThat(artwork.path("title").asText()).isEqualTo("closed-gop");
        assertThat(artwork.path("projection").asText()).isEqualTo("flat");
        assertThat(artwork.path("width").asInt()).isEqualTo(320);
        assertThat(artwork.path("height").asInt()).isEqualTo(180);
        assertThat(artwork.path("durationSeconds").asDouble()).isEqualTo(14.0);
        Set<String> renditions = new TreeSet<>();
        artwork.path("renditions").fieldNames().forEachRemaining(renditions::add);
        assertThat(renditions).containsExactly("AUDIO", "HD", "SD", "TN");
        artwork.path("renditions").forEach(each -> {
            assertThat(each.path("complete").asBoolean()).isTrue();
            assertThat(each.path("failed").asBoolean()).isFalse();
            assertThat(each.path("origin").asText()).isEqualTo("encoded");
            assertThat(each.path("bytes").asInt()).isPositive();
        });
        assertThat(artwork.path("renditions").path("HD").path("segments").asInt())
                .isEqualTo(artwork.path("renditions")
                        .path("HD")
                        .path("expectedSegments")
                        .asInt())
                .isGreaterThan(2);
    }

    @Test
    void pictureSizesAreUprightEvenAndNeverLarger() {
        gallery.ready(Clip.PORTRAIT);
        gallery.ready(Clip.ODD_SIZE);
        assertThat(published.size(Clip.PORTRAIT.slug(), "HD")).isEqualTo("180:320");
        assertThat(published.size(Clip.PORTRAIT.slug(), "SD")).isEqualTo("90:160");
        assertThat(published.size(Clip.ODD_SIZE.slug(), "HD")).isEqualTo("320:180");
    }

    @Test
    @Timeout(60)
    void eventsTellOfAnArtworkWhileItIsEncoded() throws IOException {
        Path clip = clips.of("events", "mp4", List.of(SHORT.replace("sine=200", "sine=250")));
        try (InputStream events = site.stream("/api/events");
                BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith(":");
            studio.drop(clip, "events/heard.mp4");

            Set<String> states = new TreeSet<>();
            while (!states.contains("ready")) {
                String line = lines.readLine();
                if (line.startsWith("data:") && line.contains("\"events/heard\"")) {
                    states.add(site.parse(line.substring("data:".length()))
                            .path("state")
                            .asText());
                }
            }
            assertThat(states).contains("encoding", "ready");
        }
        assertThat(studio.ready("events/heard").path("state").asText()).isEqualTo("ready");
    }
}

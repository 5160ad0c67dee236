package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Playlists for installations, over HTTP. */
@PipelineSuite
class PlaylistTest {
    private static final String ONE =
            "{\"title\": \"%s\", \"montages\": [{\"tracks\": [{\"items\": [{\"slug\": \"a\"}]}]}]}";

    @Autowired
    private Site site;

    private final String name = "foyer-" + UUID.randomUUID();

    private HttpResponse<String> ask(String method, String title, String... headers)
            throws IOException, InterruptedException {
        URI address = site.address("/api/playlists/" + name);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        method,
                        title.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(ONE.formatted(title)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void aPlaylistIsMadeReadListedChangedAndRemoved() throws Exception {
        HttpResponse<String> made = ask("PUT", "Foyer", "If-None-Match", "*");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains("/api/playlists/" + name);
        HttpResponse<String> read = ask("GET", "");
        assertThat(site.parse(read.body()).path("title").asText()).isEqualTo("Foyer");
        assertThat(tag(read)).isEqualTo(tag(made));
        assertThat(ask("GET", "", "If-None-Match", tag(made)).statusCode()).isEqualTo(304);
        assertThat(site.text(site.root().resolve("/api/playlists?size=500"))).contains("\"" + name + "\"");
        HttpResponse<String> changed = ask("PUT", "Hall", "If-Match", tag(made));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(tag(made));
        assertThat(ask("DELETE", "", "If-Match", tag(changed)).statusCode()).isEqualTo(204);
        assertThat(ask("GET", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoChangesAnOldStateIsToldAndChangesNothing() throws Exception {
        String old = tag(ask("PUT", "Foyer", "If-None-Match", "*"));
        ask("PUT", "Hall", "If-Match", old);

        HttpResponse<String> late = ask("PUT", "Cellar", "If-Match", old);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(late.body()).contains("somebody else");
        assertThat(ask("DELETE", "", "If-Match", old).statusCode()).isEqualTo(412);
        assertThat(ask("PUT", "Cellar", "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(ask("PUT", "Cellar").statusCode()).isEqualTo(428);
        assertThat(ask("GET", "").body()).contains("Hall");
    }

    @Test
    void aTagOfARemovedPlaylistNamesNothingThatComesAfterIt() throws Exception {
        String old = tag(ask("PUT", "Foyer", "If-None-Match", "*"));
        ask("DELETE", "", "If-Match", "*");
        ask("PUT", "Hall", "If-None-Match", "*");

        assertThat(ask("PUT", "Cellar", "If-Match", old).statusCode()).isEqualTo(412);
    }

    @Test
    void whatIsWrongIsSaidAsAProblem() throws Exception {
        HttpResponse<String> refused = ask("PUT", "x\\ny", "If-None-Match", "*");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(site.parse(refused.body()).path("detail").asText()).startsWith("\"title\" has a line break");
        assertThat(ask("PUT", "x".repeat(600_000), "If-None-Match", "*").statusCode())
                .isEqualTo(413);
        assertThat(ask("PUT", "Foyer", "If-None-Match", "*", "Origin", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void itsPagesAreThere() {
        for (String page : new String[] {"/playlists", "/playlists/foyer/edit", "/play/foyer"}) {
            assertThat(site.text(site.address(page))).contains("<html");
        }
    }
}

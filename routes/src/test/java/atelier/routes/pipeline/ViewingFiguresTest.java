package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.Artworks;
import atelier.processors.viewing.CmcdTally;
import atelier.processors.viewing.Viewing;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What players tell over HTTP. */
@PipelineSuite
class ViewingFiguresTest {
    private static final String SLUG = "viewing/film é";

    @Autowired
    private Site site;

    @Autowired
    private Artworks artworks;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Viewing viewing;

    @Autowired
    private CmcdTally tally;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leaveNothing() {
        sql.sql("DELETE FROM artworks WHERE slug LIKE 'viewing/%'").update();
    }

    private int tell(String session, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address("/api/playback"))
                .POST(BodyPublishers.ofString(body.replace("SESSION", session)))
                .header("Content-Type", "text/plain;charset=UTF-8");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static final String BATCH = "{\"session\":\"SESSION\",\"slug\":\"" + SLUG
            + "\",\"events\":[{\"type\":\"first-frame\",\"value\":250},{\"type\":\"watched\",\"value\":9}]}";

    @Test
    void whatPlayersTellHereAndElsewhereIsShown() throws Exception {
        artworks.findOrCreate(SLUG, "Film");

        assertThat(tell("session-1", BATCH)).isEqualTo(204);
        assertThat(tell("session-2", BATCH, "Origin", "https://a.example")).isEqualTo(204);

        JsonNode day = site.json("/api/viewing/" + SLUG).path(0);
        assertThat(day.path("views").asInt()).isEqualTo(2);
        assertThat(day.path("watchedSeconds").asDouble()).isEqualTo(18);
        assertThat(day.path("firstFrameMillis").asDouble()).isEqualTo(250);
        assertThat(sql.sql("SELECT COUNT(*) FROM audience WHERE slug = ?")
                        .params(SLUG)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void hostileInputIsRefusedAndTooMuchOfIt() throws Exception {
        artworks.findOrCreate(SLUG, "Film");

        assertThat(tell("x", "garbage")).isEqualTo(400);
        assertThat(tell("x", "x".repeat(1 << 20))).isEqualTo(400);
        assertThat(tell("session-3", BATCH.replace(SLUG, "no/such"))).isEqualTo(204);
        assertThat(IntStream.range(0, 25).map(number -> quietly("session-4"))).contains(429);
    }

    private int quietly(String session) {
        try {
            return tell(session, BATCH);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatPlayersSayWithTheirRequestsIsAddedUp() {
        artworks.findOrCreate(SLUG, "Film");
        String segment = "chunks/" + "0".repeat(64) + "/0/00001.m4s";

        site.ask(
                "GET", site.root().resolve(segment + "?CMCD=br%3D1000%2Cot%3Dv%2Ccid%3D%22viewing%2Ffilm%20%C3%A9%22"));
        site.ask("GET", site.root().resolve(segment + "?CMCD=%%%garbage".replace("%%%", "%25%25")));
        site.ask(
                "GET",
                site.root().resolve(segment),
                "CMCD-Object",
                "br=3000,ot=v",
                "CMCD-Session",
                "cid=\"viewing/none\"");
        site.ask("GET", site.root().resolve(segment), "CMCD-Object", "\"\\,,,=");

        await().untilAsserted(() -> {
            viewing.keep(tally);
            assertThat(site.json("/api/viewing/" + SLUG)
                            .path(0)
                            .path("bitrateKbps")
                            .asDouble())
                    .isEqualTo(1000);
        });
    }
}

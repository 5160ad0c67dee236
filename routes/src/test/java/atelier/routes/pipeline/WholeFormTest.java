package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.Audience;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole timeline is there from the beginning, and what is asked for is made. */
@PipelineSuite
class WholeFormTest {
    private static final String SLUG = "whole/film";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private Audience audience;

    @Test
    void whatIsListedBeforeItIsMadeIsAnsweredAndIsWhatIsSealed() {
        studio.drop(
                clips.of(
                        "whole-source",
                        "mp4",
                        List.of("-f lavfi -i testsrc2=s=640x360:r=30000/1001:d=45 -f lavfi -i sine=330:r=44100:d=44.7"
                                + " -c:v libx264 -preset ultrafast -g 60 -pix_fmt yuv420p -c:a aac OUT")),
                SLUG + ".mp4");
        JsonNode playable =
                studio.until(SLUG, each -> each.path("playback").path("whole").isTextual());
        URI master = site.root().resolve(playable.path("playback").path("whole").asText());
        String declared = site.text(master);
        assertThat(audience.needs(SLUG)).isPositive();
        assertThat(declared).contains("SD.m3u8", "HD.m3u8", "AUDIO.m3u8", "avc1.6400", "mp4a.40.2");
        List<MediaList> listed = List.of("SD", "HD", "AUDIO").stream()
                .map(name -> ended(master.resolve(name + ".m3u8")))
                .toList();

        for (MediaList list : listed) {
            MediaList.Part last = list.parts().get(list.parts().size() - 1);
            HttpResponse<byte[]> answer = patiently(last.address());
            assertThat(answer.statusCode()).as("%s", last.address()).isEqualTo(200);
            assertThat(answer.body()).isNotEmpty();
        }

        JsonNode sealed = studio.ready(SLUG);
        assertThat(sealed.path("playback").path("whole").isNull()).isTrue();
        for (int i = 0; i < listed.size(); i++) {
            String name = List.of("SD", "HD", "AUDIO").get(i);
            assertSame(
                    name, listed.get(i).parts(), published.playlist(SLUG, name).parts());
        }
        JsonNode stored = site.parse(site.text(master.resolve("stored.json")));
        assertThat(stored.path("HD").size()).isEqualTo(1);
        assertThat(stored.path("HD").path(0).path(1).asDouble()).isBetween(44.9, 45.1);
    }

    /** What was listed before it was read has an address of its own, at which is the same. */
    private void assertSame(String name, List<MediaList.Part> listed, List<MediaList.Part> sealed) {
        assertThat(listed).as(name).hasSameSizeAs(sealed);
        for (int i = 0; i < sealed.size(); i++) {
            assertThat(listed.get(i).seconds()).as(name).isEqualTo(sealed.get(i).seconds());
            assertThat(site.ask("GET", listed.get(i).address()).body())
                    .as("%s, segment %d", name, i)
                    .isEqualTo(site.ask("GET", sealed.get(i).address()).body());
        }
    }

    @Test
    void whatNobodyPlansIsNotWaitedFor() {
        String unknown = "chunks/" + "0".repeat(64);

        assertThat(site.ask("GET", site.root().resolve(unknown + "/0/00000.m4s"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.ask("GET", site.root().resolve(unknown + "/init.mp4")).statusCode())
                .isEqualTo(404);
        assertThat(site.ask("GET", site.address("/whole/not/there/1/master.m3u8"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesOfOtherOriginsAreToldToComeAgainToo() {
        HttpResponse<byte[]> answer =
                site.ask("GET", site.address("/chunks/not-made-yet"), "Origin", "https://gallery.example");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Retry-After", "Server-Timing");
    }

    /** A playlist, when its source is read to the end: each request but the first waits for more than the one before had. */
    private MediaList ended(URI address) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> MediaList.parse(address, site.text(address)),
                        list -> list.text().contains("#EXT-X-ENDLIST"));
    }

    /** As a player does: a segment that is not made in time is asked for again. */
    private HttpResponse<byte[]> patiently(URI address) {
        return await().atMost(Duration.ofMinutes(3))
                .until(() -> site.ask("GET", address, "Accept", "application/problem+json, */*"), answer -> {
                    boolean later = answer.statusCode() == 503;
                    if (later) {
                        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                                .contains("not made yet");
                    }
                    return !later;
                });
    }
}

package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import atelier.processors.work.JobQueue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that fails again and again ends where a person sees it, and goes on when the person says so. */
@PipelineSuite
class RetryTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** In no other test: what fails of it fails for one artwork alone. */
    private static final List<String> OWN = List.of("-f lavfi -i testsrc=s=320x180:r=25:d=9 -vf hue=h=40"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

    private static final List<String> WELL = List.of("-f lavfi -i testsrc=s=320x180:r=25:d=3 -vf hue=h=120"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

    /** In no other test either. */
    private static final List<String> FRESH = List.of("-f lavfi -i testsrc=s=320x180:r=25:d=7 -vf hue=h=80"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Home home;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private JobQueue jobs;

    @Test
    void aPoisonJobIsSeenWithItsCommandAndIsDoneOnceItsCauseIsGone() throws IOException {
        studio.drop(clips.of("retry-own", "mp4", OWN), "retry/own.mp4");
        studio.drop(clips.of("retry-own", "mp4", OWN), "retry/same.mp4");
        JsonNode before = studio.ready("retry/own");
        JsonNode same = studio.ready("retry/same");
        Path source = source("retry/own");
        Path aside = Files.move(source, source.resolveSibling("aside"));
        Path sourceOfSame = source("retry/same");
        Path asideOfSame = Files.move(sourceOfSame, sourceOfSame.resolveSibling("aside"));
        leaveAgain("retry/own", "HD");

        JsonNode failed = failed("retry/(own|same)");

        assertThat(failed.path("rendition").asText()).isEqualTo("HD");
        assertThat(failed.path("attempts").asInt()).isEqualTo(3);
        assertThat(failed.path("failure").path("kind").asText()).isEqualTo("poison");
        assertThat(failed.path("failure").path("command").asText())
                .startsWith("cd ")
                .contains("ffmpeg ", "-i ");
        assertThat(failed.path("failure").path("exitCode").asInt()).isPositive();
        assertThat(failed.path("failure").path("output").toString()).contains("No such file or directory");

        Files.move(aside, source);
        Files.move(asideOfSame, sourceOfSame);
        assertThat(post("/api/artworks/retry/own/renditions/HD/retry").statusCode())
                .isEqualTo(202);

        JsonNode after = studio.until("retry/own", each -> edition(each) > edition(before) && isReady(each));
        assertThat(after.path("error").isNull()).isTrue();
        assertThat(after.path("renditions").path("HD").path("complete").asBoolean())
                .isTrue();
        studio.until("retry/same", each -> edition(each) > edition(same) && isReady(each));
        assertThat(of("retry/(own|same)")).isEmpty();
    }

    @Test
    void anArtworkThatFailedAltogetherIsMadeByItsRetry() throws IOException {
        studio.drop(clips.of("retry-fresh", "mp4", FRESH), "retry/fresh.mp4");
        studio.ready("retry/fresh");
        failAll("retry/fresh");
        studio.failed("retry/fresh");

        HttpResponse<byte[]> answer = post("/api/artworks/retry/fresh/retry");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(site.parse(new String(answer.body(), StandardCharsets.UTF_8))
                        .path("jobs")
                        .asInt())
                .isPositive();
        JsonNode after = studio.ready("retry/fresh");
        assertThat(after.path("playable").asBoolean()).isTrue();
        assertThat(after.path("renditions").path("SD").path("complete").asBoolean())
                .isTrue();
    }

    @Test
    void aSourceThatCouldNotBeReadIsReadByItsRetry() {
        studio.drop(clips.of("retry-read", "mp4", WELL), "retry/read.mp4");
        studio.ready("retry/read");
        String input = sql.sql("SELECT input_id FROM artworks WHERE slug = 'retry/read'")
                .query(String.class)
                .single();
        sql.sql("UPDATE inputs SET chunk_count = NULL WHERE id = ?")
                .param(input)
                .update();
        sql.sql("UPDATE artworks SET state = 'failed', error = 'unreadable' WHERE slug = 'retry/read'")
                .update();
        sql.sql("""
                        INSERT INTO job_failures (task, job, class, given_up, failures, counted, stalls, reason, error,
                            first_at, last_at)
                        VALUES ('read', ?, 'poison', TRUE, 8, 8, 0, 'disk full', 'no room', UTC_TIMESTAMP(), UTC_TIMESTAMP())""").param(input).update();
        JsonNode seen = of("retry/read").orElseThrow();
        assertThat(seen.path("task").asText()).isEqualTo("read");
        assertThat(seen.path("rendition").asText()).isEqualTo("SOURCE");

        assertThat(post("/api/artworks/retry/read/retry").statusCode()).isEqualTo(202);

        JsonNode after = studio.until("retry/read", RetryTest::isReady);
        assertThat(after.path("error").isNull()).isTrue();
        assertThat(of("retry/read")).isEmpty();
        assertThat(sql.sql("SELECT COUNT(*) FROM inputs WHERE id = ? AND chunk_count IS NOT NULL")
                        .param(input)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatHasNotFailedIsNotTriedAgainAndWhatIsNotThereIsNotFound() {
        studio.drop(clips.of("retry-well", "mp4", WELL), "retry/well.mp4");
        studio.ready("retry/well");

        HttpResponse<byte[]> answer = post("/api/artworks/retry/well/retry");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Nothing of 'retry/well' has failed.");
        assertThat(post("/api/artworks/retry/well/renditions/SD/retry").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/artworks/retry/well/renditions/9K/retry").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/artworks/retry/nobody/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void peopleHaveAPageOfIt() {
        assertThat(site.text(site.root().resolve("/work.html"))).contains("<title>Work · Atelier</title>");
    }

    @Test
    void healthTellsOfRoomAndUnknownStatesAreNotFound() {
        assertThat(site.json("/actuator/health")
                        .path("components")
                        .path("room")
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(site.ask("GET", site.root().resolve("/api/work?state=odd")).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<byte[]> post(String path) {
        return site.ask("POST", site.address(path));
    }

    private JsonNode failed(String slugs) {
        return await().atMost(PATIENCE)
                .until(() -> of(slugs), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> of(String slugs) {
        JsonNode page = site.parse(site.text(site.root().resolve("/api/work?state=failed")));
        return StreamSupport.stream(page.path("jobs").spliterator(), false)
                .filter(each -> each.path("artwork").asText().matches(slugs))
                .findFirst();
    }

    /** As if the first output of a rendition were to be made. */
    private void leaveAgain(String slug, String rendition) {
        String fingerprint =
                sql.sql("""
                        SELECT r.fingerprint FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                        JOIN video_formats f ON f.id = r.video_format_id
                        WHERE a.slug = ? AND f.format_type = ? ORDER BY r.number LIMIT 1""").param(slug).param(rendition).query(String.class).single();
        sql.sql("UPDATE outputs SET state = 'wanted' WHERE fingerprint = ?")
                .param(fingerprint)
                .update();
        jobs.encode(fingerprint, 1, "libx264");
        jobs.wake();
    }

    /** As if none of its pictures could have been made. */
    private void failAll(String slug) {
        sql.sql("""
                        UPDATE outputs SET state = 'failed', error = 'it did not work' WHERE kind = 'VIDEO' AND fingerprint IN (
                            SELECT r.fingerprint FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                            WHERE a.slug = ?)""").param(slug).update();
        sql.sql("""
                        UPDATE video_formats f JOIN artworks a ON a.id = f.artwork_id SET f.state = 'failed'
                        WHERE a.slug = ? AND f.format_type IN ('HD', 'SD')""").param(slug).update();
        sql.sql("DELETE e FROM editions e JOIN artworks a ON a.id = e.artwork_id WHERE a.slug = ?")
                .param(slug)
                .update();
        sql.sql("UPDATE artworks SET state = 'encoding', wanted_version = wanted_version + 1 WHERE slug = ?")
                .param(slug)
                .update();
    }

    private Path source(String slug) {
        return home.resolve(
                sql.sql("SELECT i.file_path FROM inputs i JOIN artworks a ON a.input_id = i.id WHERE a.slug = ?")
                        .param(slug)
                        .query(String.class)
                        .single());
    }

    private static boolean isReady(JsonNode artwork) {
        return artwork.path("state").asText().equals("ready");
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}

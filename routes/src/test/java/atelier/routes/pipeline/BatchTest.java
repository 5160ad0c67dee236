package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A batch looks over the library, finds what is not as it should be, and has it made. */
@PipelineSuite
class BatchTest {
    private static final List<String> FILM = List.of("-f lavfi -i testsrc2=s=320x180:r=25:d=6 -f lavfi -i sine=300:d=6"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT");
    private static final List<String> OTHER =
            List.of("-f lavfi -i testsrc=s=320x180:r=25:d=4 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

    /** In no other test: what is lost of it is lost of one artwork alone. */
    private static final List<String> OWN = List.of(
            "-f lavfi -i rgbtestsrc=s=320x180:r=25:d=7 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

    /** In no other test either. */
    private static final List<String> HURT = List.of(
            "-f lavfi -i mandelbrot=s=320x180:r=25 -vf hue=h=77 -t 8 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT");

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

    private JsonNode batch(boolean dryRun) {
        var answer = site.ask("POST", site.root().resolve("/api/batch?dryRun=" + dryRun));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode begun = site.parse(new String(answer.body(), StandardCharsets.UTF_8));
        String address = "/api/batch/" + begun.path("batch").path("id").asText();
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> site.json(address),
                        each -> !each.path("batch").path("state").asText().equals("running"));
    }

    private List<String> kinds(JsonNode report, String slug) {
        return StreamSupport.stream(report.path("findings").spliterator(), false)
                .filter(each -> each.path("slug").asText().equals(slug))
                .map(each -> each.path("kind").asText())
                .toList();
    }

    @Test
    void aLibraryThatIsTrueIsLeftAlone() {
        studio.drop(clips.of("batch-film", "mp4", FILM), "batch/true.mp4");
        JsonNode before = studio.ready("batch/true");

        JsonNode report = batch(false);

        assertThat(report.path("batch").path("state").asText()).isEqualTo("done");
        assertThat(report.path("batch").path("artworks").asInt()).isPositive();
        assertThat(kinds(report, "batch/true")).isEmpty();
        assertThat(studio.artwork("batch/true")).isEqualTo(before);
    }

    @Test
    void anOutputThatIsLostIsReportedByADryRunAndMadeAgainByARealOne() {
        studio.drop(clips.of("batch-own", "mp4", OWN), "batch/lost.mp4");
        JsonNode before = studio.ready("batch/lost");
        sql.sql("""
                        UPDATE outputs SET state = 'wanted' WHERE kind = 'VIDEO' AND fingerprint IN (
                            SELECT r.fingerprint FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                            WHERE a.slug = 'batch/lost')""").update();

        assertThat(kinds(batch(true), "batch/lost")).containsExactly("damaged");
        assertThat(edition(studio.artwork("batch/lost"))).isEqualTo(edition(before));

        assertThat(kinds(batch(false), "batch/lost")).containsExactly("damaged");
        studio.until("batch/lost", each -> edition(each) > edition(before));
        assertThat(kinds(batch(false), "batch/lost")).isEmpty();
    }

    @Test
    void aStoredSegmentThatIsDamagedOrMissingIsFoundAndMadeAgain() throws IOException {
        studio.drop(clips.of("batch-hurt", "mp4", HURT), "batch/hurt.mp4");
        JsonNode before = studio.ready("batch/hurt");
        List<Path> segments = segments("batch/hurt");
        byte[] content = Files.readAllBytes(segments.get(0));
        content[content.length / 2] ^= 1;
        Files.write(segments.get(0), content);
        Files.delete(segments.get(1));

        assertThat(kinds(batch(true), "batch/hurt")).containsExactly("damaged");
        JsonNode report = batch(false);

        assertThat(kinds(report, "batch/hurt")).containsExactly("damaged");
        studio.until("batch/hurt", each -> edition(each) > edition(before));
        assertThat(segments).allMatch(Files::exists);
        assertThat(kinds(batch(true), "batch/hurt")).isEmpty();
    }

    /** The first segment of each of its pictures' outputs. */
    private List<Path> segments(String slug) {
        return sql.sql("""
                        SELECT CONCAT(o.fingerprint, '/', p.start_ticks, '/00000.m4s') FROM rendition_chunks r
                        JOIN artworks a ON a.plan_id = r.plan_id JOIN outputs o ON o.fingerprint = r.fingerprint
                        JOIN placements p ON p.fingerprint = o.fingerprint
                        WHERE a.slug = ? AND o.kind = 'VIDEO' ORDER BY r.number, o.fingerprint""").param(slug).query(String.class).list().stream()
                .map(key -> home.store().resolve("chunks").resolve(key))
                .toList();
    }

    @Test
    void aSourceThatChangedInPlaceIsReadAgain() throws IOException {
        studio.drop(clips.of("batch-film", "mp4", FILM), "batch/changed.mp4");
        JsonNode before = studio.ready("batch/changed");
        Path kept = source("batch/changed");

        Files.setLastModifiedTime(kept, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(kinds(batch(false), "batch/changed"))
                .as("only its date changed")
                .isEmpty();

        Files.write(kept, Files.readAllBytes(clips.of("batch-other", "mp4", OTHER)));
        assertThat(kinds(batch(false), "batch/changed")).containsExactly("source changed");
        JsonNode after = studio.until(
                "batch/changed",
                each -> edition(each) > edition(before)
                        && each.path("state").asText().equals("ready"));
        assertThat(after.path("durationSeconds").asDouble()).isEqualTo(4.0);
    }

    @Test
    void aSourceThatIsGoneIsReportedAndWhatIsPublishedStays() throws IOException {
        studio.drop(clips.of("batch-film", "mp4", FILM), "batch/gone.mp4");
        JsonNode before = studio.ready("batch/gone");
        Files.delete(source("batch/gone"));

        JsonNode report = batch(false);

        assertThat(kinds(report, "batch/gone")).containsExactly("source lost");
        assertThat(studio.artwork("batch/gone")).isEqualTo(before);
    }

    @Test
    void pagesOfOtherOriginsCannotBeginOne() {
        var answer = site.ask("POST", site.root().resolve("/api/batch"), "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private Path source(String slug) {
        return home.resolve(
                sql.sql("SELECT i.file_path FROM inputs i JOIN artworks a ON a.input_id = i.id WHERE a.slug = ?")
                        .param(slug)
                        .query(String.class)
                        .single());
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}

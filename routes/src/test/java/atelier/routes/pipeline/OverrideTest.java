package atelier.routes.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A rendition that an artist delivers replaces ours, and all below it is made of it. */
@PipelineSuite
class OverrideTest {
    private static final String PICTURES = "-f lavfi -i testsrc2=s=1280x720:r=25:d=";
    private static final String CODED = " -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p ";
    private static final List<String> SOURCE =
            List.of(PICTURES + "8 -f lavfi -i sine=300:r=48000:d=8" + CODED + "-c:a aac OUT");
    private static final List<String> GRADED = List.of(PICTURES + "8 -vf negate" + CODED + "OUT");
    private static final List<String> SHORT = List.of(PICTURES + "7" + CODED + "OUT");

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Outputs outputs;

    @Autowired
    private MediaReader media;

    @Autowired
    private Published published;

    @TempDir
    private Path folder;

    private JsonNode readyWithOverride(String slug, String rendition, int after) {
        return studio.until(
                slug,
                each -> origin(each, rendition).equals("override")
                        && each.path("state").asText().equals("ready")
                        && edition(each) > after);
    }

    @Test
    void itsPicturesAreShownInItselfAndBelowItAndNothingElseIsMade() {
        Path source = clips.of("graded-source", "mp4", SOURCE);
        Path graded = clips.of("graded", "mp4", GRADED);
        studio.drop(source, "override/film.mp4");
        JsonNode before = studio.ready("override/film");
        List<String> encoded = outputs.videosOf("override/film");

        studio.drop(graded, "override/film@hd.mp4");
        JsonNode after = readyWithOverride("override/film", "HD", edition(before));

        assertThat(origin(after, "SD")).isEqualTo("encoded");
        assertThat(outputs.videosOf("override/film")).doesNotContainAnyElementsOf(encoded);
        for (String rendition : List.of("HD", "SD")) {
            studio.until("override/film", each -> !sha(each, rendition).isEmpty());
            Path file = published.file("override/film", rendition, folder);
            String size = published.size("override/film", rendition);
            assertThat(media.likeness(graded, file, size)).hasSize(200).allMatch(db -> db > 25);
            assertThat(media.likeness(source, file, size)).allMatch(db -> db < 25);
        }
        assertThat(site.json("/api/artworks/override/film/plans")
                        .path("plans")
                        .path(0)
                        .path("cause")
                        .asText())
                .isEqualTo("override of HD");
    }

    @Test
    void removedItGivesWayToWhatWasThereBeforeWithoutAnyEncode() {
        studio.drop(clips.of("graded-source", "mp4", SOURCE), "override/undone.mp4");
        JsonNode before = studio.ready("override/undone");
        studio.drop(clips.of("graded", "mp4", GRADED), "override/undone@HD.mp4");
        JsonNode between = readyWithOverride("override/undone", "HD", edition(before));

        var answer = site.ask("DELETE", site.address("/api/artworks/override/undone/overrides/HD"));
        assertThat(answer.statusCode()).isEqualTo(204);
        JsonNode after = studio.until("override/undone", each -> edition(each) > edition(between));

        assertThat(origin(after, "HD")).isEqualTo("encoded");
        JsonNode plan =
                site.json("/api/artworks/override/undone/plans").path("plans").path(0);
        assertThat(plan.path("cause").asText()).isEqualTo("override of HD removed");
        assertThat(plan.path("needed").asInt()).isZero();
        assertThat(plan.path("cpuSecondsSaved").asDouble()).isPositive();
        JsonNode complete =
                studio.until("override/undone", each -> !sha(each, "HD").isEmpty());
        assertThat(sha(complete, "HD")).isEqualTo(sha(before, "HD")).isNotBlank();
        assertThat(site.ask("DELETE", site.address("/api/artworks/override/undone/overrides/HD"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneOfAnotherLengthIsRefusedWithTheFiguresAndNothingChanges() throws IOException {
        studio.drop(clips.of("graded-source", "mp4", SOURCE), "override/short.mp4");
        JsonNode before = studio.ready("override/short");

        studio.drop(clips.of("graded-short", "mp4", SHORT), "override/short@HD.mp4");
        JsonNode after = studio.until("override/short", each -> each.hasNonNull("error"));

        assertThat(after.path("error").asText()).contains("HD", "7.000 s", "8.000 s");
        assertThat(after.path("state").asText()).isEqualTo("ready");
        assertThat(origin(after, "HD")).isEqualTo("encoded");
        assertThat(edition(after)).isEqualTo(edition(before));
        assertThat(Files.readString(studio.refused("override/short@HD.mp4.txt")))
                .contains("7.000 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp"})
    void aPictureBecomesThePoster(String extension) {
        String slug = "override/poster-" + extension;
        studio.drop(clips.of("graded-source", "mp4", SOURCE), slug + ".mp4");
        JsonNode before = studio.ready(slug);
        String encoder = extension.equals("webp") ? " -c:v libwebp" : "";
        Path red =
                clips.of("red", extension, List.of("-f lavfi -i color=red:s=1000x500 -frames:v 1" + encoder + " OUT"));

        studio.drop(red, slug + "@TN." + extension);
        readyWithOverride(slug, "TN", edition(before));
        JsonNode after = studio.until(
                slug, each -> each.hasNonNull("poster") && !each.path("poster").equals(before.path("poster")));

        Path poster = write(
                folder.resolve("poster.jpg"),
                site.bytes(site.root().resolve(after.path("poster").asText())));
        List<String> size = media.probe("-show_entries stream=codec_name,width,height -of csv=p=0", poster.toString());
        assertThat(size)
                .singleElement()
                .asString()
                .matches("mjpeg,(\\d+),(\\d+)")
                .satisfies(line -> {
                    String[] parts = line.split(",");
                    int width = Integer.parseInt(parts[1]);
                    int height = Integer.parseInt(parts[2]);
                    assertThat(width + height).isLessThan(1200);
                    assertThat((double) width / height).isBetween(1.97, 2.03);
                });
    }

    @Test
    void whatIsNoPictureIsNoPoster() throws IOException {
        studio.drop(clips.of("graded-source", "mp4", SOURCE), "override/unposed.mp4");
        studio.ready("override/unposed");

        studio.drop("#EXTM3U\nhttp://127.0.0.1:1/secret".getBytes(UTF_8), "override/unposed@TN.png");
        JsonNode after = studio.until("override/unposed", each -> each.hasNonNull("error"));

        assertThat(after.path("error").asText()).contains("TN", "JPEG, PNG or WebP");
        assertThat(after.path("state").asText()).isEqualTo("ready");
        assertThat(Files.readString(studio.refused("override/unposed@TN.png.txt")))
                .contains("WebP");
    }

    @Test
    void itMayComeBeforeItsSource() {
        studio.drop(clips.of("graded", "mp4", GRADED), "override/early@HD.mp4");
        await().atMost(Duration.ofMinutes(3)).until(() -> !studio.isInInbox("override/early@HD.mp4"));

        studio.drop(clips.of("graded-source", "mp4", SOURCE), "override/early.mp4");

        assertThat(origin(readyWithOverride("override/early", "HD", 0), "HD")).isEqualTo("override");
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String origin(JsonNode artwork, String rendition) {
        return artwork.path("renditions").path(rendition).path("origin").asText();
    }

    private static String sha(JsonNode artwork, String rendition) {
        return artwork.path("renditions").path(rendition).path("sha256").asText("");
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}

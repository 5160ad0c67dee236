package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Capabilities;
import atelier.processors.ffmpeg.Capability;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recipes are read at the start: a batch then has made what they changed, and nothing else. */
class ChangedRecipeTest {
    /** In a codec that nothing is cut out of as it is. */
    private static final List<String> FILM = List.of("-f lavfi -i testsrc2=s=960x540:r=25:d=12 -f lavfi -i"
            + " sine=300:r=48000:d=12 -c:v mpeg4 -q:v 2 -g 25 -pix_fmt yuv420p -c:a aac OUT");

    private static final String SLUG = "recipes/film";

    /** A rung in AV1, beside what the film has by itself. */
    private static final String MID =
            "MID: { parent: HD, width: 800, height: 450, codec: av1, preset: ultrafast, crf: 45, maxrate: 1500 }";

    @TempDir
    private Path home;

    @Test
    void aRecipeThatChangedBetweenTwoStartsIsMadeAnewAloneAndChangedBackNotEvenThat() throws IOException {
        Map<String, List<String>> before;
        recipes("quality: { choice: on }, renditions: { " + MID + " }");
        try (OneStart first = OneStart.on(home)) {
            Studio studio = first.the(Studio.class);
            studio.drop(first.the(ClipFiles.class).of("recipes", "mp4", FILM), SLUG + ".mp4");
            JsonNode renditions = studio.ready(SLUG).path("renditions");
            JsonNode quality = renditions.path("HD").path("quality");
            assertThat(quality.path("used").asBoolean()).isTrue();
            assertThat(quality.path("crf").asInt())
                    .as("what suits this film, and is made for good though nobody chooses any more")
                    .isGreaterThan(quality.path("recipeCrf").asInt());
            assertThat(renditions.path("SD").hasNonNull("quality")).isFalse();
            rungInAv1(first, renditions);
            before = outputs(first);
            assertThat(first.encoded())
                    .as("nothing was made by another one before")
                    .isEqualTo(before.values().stream().mapToInt(List::size).sum());
        }

        recipes("renditions: { SD: { crf: 30 }, " + MID + " }");
        try (OneStart second = OneStart.on(home)) {
            assertThat(second.batch()).contains("SD: recipe changed: crf 23 → 30");
            Map<String, List<String>> after = outputs(second);
            assertThat(after.keySet()).isEqualTo(before.keySet()).contains("HD", "SD", "TN", "AUDIO");
            assertThat(after.get("SD")).hasSameSizeAs(before.get("SD")).doesNotContainAnyElementsOf(before.get("SD"));
            after.remove("SD");
            assertThat(before).containsAllEntriesOf(after);
            assertThat(second.encoded()).isEqualTo(before.get("SD").size());
        }

        recipes("renditions: { " + MID + " }");
        try (OneStart third = OneStart.on(home)) {
            third.batch();
            assertThat(outputs(third)).isEqualTo(before);
            assertThat(third.encoded()).isZero();
        }
    }

    private void recipes(String fields) throws IOException {
        Files.writeString(home.resolve("renditions.yml"), "atelier: { " + fields + " }\n");
    }

    /** It passed all checks of HLS where FFmpeg can make it, and is left out where it cannot. */
    private static void rungInAv1(OneStart application, JsonNode renditions) {
        boolean can = application.the(Capabilities.class).has(Capability.LIBSVTAV1);
        assertThat(renditions.path("MID").path("complete").asBoolean()).isEqualTo(can);
        Site site = application.the(Site.class);
        assertThat(site.text(site.address("/media/" + SLUG + "/master.m3u8")).contains("CODECS=\"av01.0."))
                .isEqualTo(can);
    }

    private static Map<String, List<String>> outputs(OneStart application) {
        Map<String, List<String>> outputs = new TreeMap<>();
        application
                .the(JdbcClient.class)
                .sql("SELECT f.format_type, r.fingerprint FROM rendition_chunks r"
                        + " JOIN artworks a ON a.plan_id = r.plan_id"
                        + " JOIN video_formats f ON f.id = r.video_format_id WHERE a.slug = ? ORDER BY r.number")
                .param(SLUG)
                .query(row -> {
                    outputs.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return outputs;
    }
}

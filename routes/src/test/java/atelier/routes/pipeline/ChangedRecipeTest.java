package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.routes.Atelier;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recipes are read at the start: a batch then has made what they changed, and nothing else. */
class ChangedRecipeTest {
    private static final List<String> FILM = List.of("-f lavfi -i testsrc2=s=1280x720:r=25:d=12 -f lavfi -i"
            + " sine=300:r=48000:d=12 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p -c:a aac OUT");
    private static final String SLUG = "recipes/film";

    @TempDir
    private Path home;

    @Test
    void aRecipeThatChangedBetweenTwoStartsIsMadeAnewAloneAndChangedBackNotEvenThat() throws IOException {
        Map<String, List<String>> before;
        try (ConfigurableApplicationContext first = start()) {
            Studio studio = first.getBean(Studio.class);
            studio.drop(first.getBean(ClipFiles.class).of("recipes", "mp4", FILM), SLUG + ".mp4");
            studio.ready(SLUG);
            before = outputs(first);
        }

        Files.writeString(home.resolve("renditions.yml"), "atelier: { renditions: { SD: { crf: 30 } } }\n");
        try (ConfigurableApplicationContext second = start()) {
            assertThat(batch(second)).contains("SD: recipe changed: crf 23 → 30");
            Map<String, List<String>> after = outputs(second);
            assertThat(after.keySet()).isEqualTo(before.keySet()).contains("HD", "SD", "TN", "AUDIO");
            assertThat(after.get("SD")).hasSameSizeAs(before.get("SD")).doesNotContainAnyElementsOf(before.get("SD"));
            after.remove("SD");
            assertThat(before).containsAllEntriesOf(after);
            assertThat(encoded(second)).isEqualTo(before.get("SD").size());
        }

        Files.delete(home.resolve("renditions.yml"));
        try (ConfigurableApplicationContext third = start()) {
            batch(third);
            assertThat(outputs(third)).isEqualTo(before);
            assertThat(encoded(third)).isZero();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Atelier.class, PipelineKit.class)
                .run(
                        "--atelier.home=" + home,
                        "--server.port=0",
                        "--atelier.batch.cron=0 0 0 1 1 ? 2099",
                        "--atelier.inbox.poll=100ms",
                        "--atelier.inbox.quiet=200ms");
    }

    /** Looks over the library and waits until all that was planned is made; what was found. */
    private String batch(ConfigurableApplicationContext application) {
        Site site = application.getBean(Site.class);
        var answer = site.ask("POST", site.address("/api/batch"));
        assertThat(answer.statusCode()).isEqualTo(202);
        String id = site.parse(new String(answer.body(), StandardCharsets.UTF_8))
                .path("batch")
                .path("id")
                .asText();
        JsonNode report = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> site.json("/api/batch/" + id),
                        each -> each.path("batch").path("state").asText().equals("done"));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> site.json("/api/artworks/" + SLUG + "/plan")
                                .path("needed")
                                .asInt()
                        == 0);
        return report.path("findings").toString();
    }

    private static Map<String, List<String>> outputs(ConfigurableApplicationContext application) {
        Map<String, List<String>> outputs = new TreeMap<>();
        application
                .getBean(JdbcClient.class)
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

    /** How many outputs this run of the application encoded. */
    private static double encoded(ConfigurableApplicationContext application) {
        return application.getBean(MeterRegistry.class).find("atelier.chunks.encoded").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}

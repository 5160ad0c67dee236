package atelier.routes.pipeline;

import static org.awaitility.Awaitility.await;

import atelier.routes.Atelier;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application from one start to its end, for what is only seen over several starts on one home. */
final class OneStart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ConfigurableApplicationContext context;

    private OneStart(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on a home. Its batches read all that is stored. */
    static OneStart on(Path home) {
        return new OneStart(new SpringApplicationBuilder(Atelier.class, PipelineKit.class)
                .run(
                        "--atelier.home=" + home,
                        "--server.port=0",
                        "--atelier.batch.cron=0 0 0 1 1 ? 2099",
                        "--atelier.batch.nights=1",
                        "--atelier.inbox.poll=100ms",
                        "--atelier.inbox.quiet=200ms"));
    }

    /** A part of the application, or of the kit. */
    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    /** Looks over the library and waits until all that was planned is made; what was found. */
    String batch() {
        Site site = the(Site.class);
        var answer = site.ask("POST", site.address("/api/batch"));
        JsonNode begun = site.parse(new String(answer.body(), StandardCharsets.UTF_8));
        String address = "/api/batch/" + begun.path("batch").path("id").asText();
        JsonNode report = await("the batch")
                .atMost(PATIENCE)
                .until(
                        () -> site.json(address),
                        each -> !each.path("batch").path("state").asText().equals("running"));
        await("what the batch planned").atMost(PATIENCE).until(() -> site.json("/api/artworks"), this::isNothingNeeded);
        return report.path("findings").toString();
    }

    private boolean isNothingNeeded(JsonNode artworks) {
        for (JsonNode artwork : artworks) {
            String plan = "/api/artworks/" + artwork.path("slug").asText() + "/plan";
            if (the(Site.class).json(plan).path("needed").asInt() > 0) {
                return false;
            }
        }
        return true;
    }

    /** How many outputs were encoded since the start. */
    double encoded() {
        return the(MeterRegistry.class).find("atelier.chunks.encoded").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}

package atelier.routes.pipeline;

import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** An artist: drops files into the inbox and waits for what becomes of them. */
final class Studio {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Home home;
    private final Site site;

    Studio(Home home, Site site) {
        this.home = home;
        this.site = site;
    }

    /** Lets a copy of a file appear in the inbox at once, by rename from outside it. */
    void drop(Path file, String name) {
        drop(bytes(file), name);
    }

    void drop(byte[] content, String name) {
        try {
            Path outside = Files.createDirectories(home.root().resolve("deliveries"))
                    .resolve(UUID.randomUUID().toString());
            Files.write(outside, content);
            Path target = home.inbox().resolve(name);
            Files.createDirectories(target.getParent());
            Files.move(outside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder in the inbox. */
    void folder(String name) {
        try {
            Files.createDirectories(home.inbox().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isInInbox(String name) {
        return Files.exists(home.inbox().resolve(name));
    }

    /** A file that was refused, or the note beside it. */
    Path refused(String name) {
        return home.rejected().resolve(name);
    }

    /** The artwork, once all that is to be made of it is made; fails if it failed. */
    JsonNode ready(String slug) {
        JsonNode artwork = until(slug, each -> isSettled(each));
        if (!artwork.path("state").asText().equals("ready")) {
            throw new AssertionError(slug + " is not ready: " + artwork);
        }
        return artwork;
    }

    /** The artwork, once it failed. */
    JsonNode failed(String slug) {
        return until(slug, each -> each.path("state").asText().equals("failed"));
    }

    /** The artwork, once it is as wanted. */
    JsonNode until(String slug, Predicate<JsonNode> wanted) {
        return await("artwork " + slug)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> artwork(slug), wanted);
    }

    /** What the API says of an artwork; a missing node where there is none. */
    JsonNode artwork(String slug) {
        var answer = site.ask("GET", site.address("/api/artworks/" + slug));
        return site.parse(answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "{}");
    }

    private static boolean isSettled(JsonNode artwork) {
        String state = artwork.path("state").asText();
        return state.equals("failed") || (state.equals("ready") && hasPoster(artwork));
    }

    /** The film is ready without: it comes when nothing that moves is wanted. */
    private static boolean hasPoster(JsonNode artwork) {
        JsonNode poster = artwork.path("renditions").path("TN");
        return poster.isMissingNode()
                || poster.path("complete").asBoolean()
                || poster.path("failed").asBoolean();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

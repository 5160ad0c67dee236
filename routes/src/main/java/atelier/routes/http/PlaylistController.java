package atelier.routes.http;

import atelier.processors.catalog.InstallationRow;
import atelier.processors.catalog.Installations;
import atelier.processors.catalog.Json;
import atelier.processors.installation.Installation;
import atelier.processors.installation.InstallationReader;
import atelier.processors.installation.InstallationRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/playlists}: what installations show. Two people who edit the same playlist do not undo each other's work:
 * a change names the state that it changes ({@code If-Match}), a new playlist says that it is new ({@code If-None-Match: *}).
 */
@RestController
class PlaylistController {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;
    private static final String PATH = "/api/playlists";

    private final Installations installations;
    private final InstallationReader reader;
    private final Json json;

    PlaylistController(Installations installations, InstallationReader reader, Json json) {
        this.installations = installations;
        this.reader = reader;
        this.json = json;
    }

    /** @param items of all tracks */
    record Listed(String name, String title, int items, Instant updatedAt) {}

    /** A page of playlists by title; {@code X-Total-Count} and {@code Link} (RFC 8288) lead on. */
    @GetMapping(PATH)
    ResponseEntity<List<Listed>> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        int from = Math.max(0, Math.min(page, LAST_PAGE));
        long total = installations.count();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().cacheControl(CacheControl.noCache()).header("X-Total-Count", Long.toString(total));
        if ((from + 1L) * limit < total) {
            answer.header("Link", "<" + PATH + "?page=" + (from + 1) + "&size=" + limit + ">; rel=\"next\"");
        }
        return answer.body(installations.page(Math.multiplyExact(from, limit), limit).stream()
                .map(row -> new Listed(row.name(), row.title(), row.items(), row.updatedAt()))
                .toList());
    }

    /** A playlist and, as its ETag, the state it is in. */
    @GetMapping(PATH + "/{name}")
    ResponseEntity<String> playlist(@PathVariable String name) {
        return answer(HttpStatus.OK, installations.find(name).orElseThrow(() -> absent(name)));
    }

    /** Saves a playlist. */
    @PutMapping(PATH + "/{name}")
    ResponseEntity<String> save(
            @PathVariable String name,
            @RequestHeader("If-Match") Optional<String> ifMatch,
            @RequestHeader("If-None-Match") Optional<String> ifNoneMatch,
            HttpServletRequest request)
            throws IOException {
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        Installation sent = reader.read(name, body(request));
        String content = json.write(sent);
        if (precondition.isNew()) {
            if (!installations.create(name, sent.title(), sent.items(), content)) {
                throw precondition.failed(name);
            }
            return answer(HttpStatus.CREATED, installations.find(name).orElseThrow(() -> absent(name)));
        }
        if (!installations.change(name, precondition.tag(), sent.title(), sent.items(), content)) {
            throw precondition.failed(name);
        }
        return answer(HttpStatus.OK, installations.find(name).orElseThrow(() -> absent(name)));
    }

    /** Removes a playlist. Screens that show it go on with what they have. */
    @DeleteMapping(PATH + "/{name}")
    ResponseEntity<Void> remove(@PathVariable String name, @RequestHeader("If-Match") Optional<String> ifMatch) {
        Precondition precondition = Precondition.of(ifMatch, Optional.empty());
        if (installations.find(name).isEmpty()) {
            throw absent(name);
        }
        if (!installations.remove(name, precondition.tag())) {
            throw precondition.failed(name);
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ProblemDetail refused(InstallationRefusedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    private static ResponseEntity<String> answer(HttpStatus status, InstallationRow row) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + row.tag() + "\"")
                .contentType(MediaType.APPLICATION_JSON);
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create(PATH + "/" + row.name()));
        }
        return answer.body(row.content());
    }

    /** Read no further than a playlist may be long. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(InstallationReader.MOST_BYTES + 1);
        if (body.length > InstallationReader.MOST_BYTES) {
            throw Precondition.problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "The playlist has more than " + InstallationReader.MOST_BYTES
                            + " bytes. Nothing was saved. Make two of it.");
        }
        return body;
    }

    private static NotFoundException absent(String name) {
        return new NotFoundException("playlist", name);
    }
}

package atelier.routes.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with stored outputs. A name says its content, so each may be kept for ever. */
@Component
class ChunkAnswers {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private final StoredObjects objects;
    private final String lifetime;

    ChunkAnswers(StoredObjects objects, PlaybackAddresses addresses) {
        this.objects = objects;
        // What is signed for one viewer is nothing for caches that others share.
        this.lifetime = (addresses.signed() ? FOREVER.cachePrivate() : FOREVER.cachePublic()).getHeaderValue();
    }

    /** @param key below {@code chunks/}, checked */
    Optional<StoredObject> find(String key) {
        return objects.find(key);
    }

    void send(StoredObject found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, lifetime);
        String etag = "\"" + found.key().substring("chunks/".length()).replace('/', '-') + "\"";
        new RangedAnswer(request, response)
                .send(found, MediaTypes.of(found.key()).toString(), etag);
    }
}

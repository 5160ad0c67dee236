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
    private static final String FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();

    private final StoredObjects objects;

    ChunkAnswers(StoredObjects objects) {
        this.objects = objects;
    }

    /** @param key below {@code chunks/}, checked */
    Optional<StoredObject> find(String key) {
        return objects.find(key);
    }

    void send(StoredObject found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOREVER);
        String etag = "\"" + found.key().substring("chunks/".length()).replace('/', '-') + "\"";
        new RangedAnswer(request, response)
                .send(found, MediaTypes.of(found.key()).toString(), etag);
    }
}

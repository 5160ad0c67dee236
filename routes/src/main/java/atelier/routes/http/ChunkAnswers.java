package atelier.routes.http;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Places;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with stored outputs. A name says its content, so each may be kept for ever. */
@Component
class ChunkAnswers {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private static final Pattern KEY = Pattern.compile("chunks/(?<name>[0-9a-f]{64})(?<file>/.+)");

    private final StoredObjects objects;
    private final Places places;
    private final String lifetime;

    ChunkAnswers(StoredObjects objects, Places places, PlaybackAddresses addresses) {
        this.objects = objects;
        this.places = places;
        // What is signed for one viewer is nothing for caches that others share.
        this.lifetime = (addresses.signed() ? FOREVER.cachePrivate() : FOREVER.cachePublic()).getHeaderValue();
    }

    /** @param key below {@code chunks/}, checked; what stands there for a fingerprint may be the name of a place where that lies */
    Optional<StoredObject> find(String key) {
        return objects.find(key).or(() -> atPlace(key).flatMap(objects::find));
    }

    private Optional<String> atPlace(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches()
                ? places.fingerprint(matcher.group("name"))
                        .map(fingerprint -> MediaAddress.ofOutput(fingerprint) + matcher.group("file"))
                : Optional.empty();
    }

    void send(StoredObject found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, lifetime);
        String etag = "\"" + found.key().substring("chunks/".length()).replace('/', '-') + "\"";
        new RangedAnswer(request, response)
                .send(found, MediaTypes.of(found.key()).toString(), etag);
    }
}

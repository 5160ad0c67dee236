package atelier.routes.http;

import atelier.processors.store.Store;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** {@code /chunks}: stored segments. A name says its content, so each may be kept for ever. */
@RestController
class ChunkController {
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Store store;

    ChunkController(Store store) {
        this.store = store;
    }

    @GetMapping("/chunks/{fingerprint:[0-9a-f]{64}}/{name:[a-z0-9]+\\.[a-z0-9]+}")
    ResponseEntity<Resource> ofOutput(@PathVariable String fingerprint, @PathVariable String name, WebRequest request) {
        return answer("chunks/" + fingerprint + "/" + name, request);
    }

    @GetMapping("/chunks/{fingerprint:[0-9a-f]{64}}/{start:\\d{1,18}}/{name:\\d{1,6}\\.m4s}")
    ResponseEntity<Resource> segment(
            @PathVariable String fingerprint,
            @PathVariable String start,
            @PathVariable String name,
            WebRequest request) {
        return answer("chunks/" + fingerprint + "/" + start + "/" + name, request);
    }

    private ResponseEntity<Resource> answer(String key, WebRequest request) {
        StoredResource found =
                StoredResource.find(store, key).orElseThrow(() -> new NotFoundException("stored object", key));
        String etag = "\"" + key.substring("chunks/".length()).replace('/', '-') + "\"";
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).cacheControl(FOREVER).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .cacheControl(FOREVER)
                .eTag(etag)
                .contentType(MediaTypes.of(key))
                .body(found);
    }
}

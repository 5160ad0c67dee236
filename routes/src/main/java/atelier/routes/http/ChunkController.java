package atelier.routes.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /chunks}: stored segments. */
@Controller
class ChunkController {
    private final ChunkAnswers answers;
    private final MissingOutputs missing;

    ChunkController(ChunkAnswers answers, MissingOutputs missing) {
        this.answers = answers;
        this.missing = missing;
    }

    @GetMapping("/chunks/{fingerprint:[0-9a-f]{64}}/{name:[a-z0-9]+\\.[a-z0-9]+}")
    void ofOutput(
            @PathVariable String fingerprint,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(fingerprint, "chunks/" + fingerprint + "/" + name, request, response);
    }

    @GetMapping("/chunks/{fingerprint:[0-9a-f]{64}}/{start:\\d{1,18}}/{name:\\d{1,6}\\.m4s}")
    void segment(
            @PathVariable String fingerprint,
            @PathVariable String start,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(fingerprint, "chunks/" + fingerprint + "/" + start + "/" + name, request, response);
    }

    private void answer(String fingerprint, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<StoredObject> found = answers.find(key);
        if (found.isEmpty()) {
            // Somebody may play on without it; and it is to be there when they, or others, come back.
            missing.asked(fingerprint);
            if (response.isCommitted()) {
                // A player that was held: a segment without anything in it is passed over.
                return;
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            throw new NotFoundException("stored object", key);
        }
        answers.send(found.get(), request, response);
    }
}

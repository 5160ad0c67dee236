package atelier.routes.http;

import atelier.processors.catalog.Access;
import atelier.processors.viewing.BadBatchException;
import atelier.processors.viewing.BatchReader;
import atelier.processors.viewing.PlaybackBatch;
import atelier.processors.viewing.RateLimit;
import atelier.processors.viewing.Viewing;
import atelier.processors.viewing.ViewingDay;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/playback} and {@code /api/viewing}: what players tell, and what was seen of an artwork. */
@RestController
class PlaybackController {
    private static final int MOST_DAYS = 400;

    private final BatchReader reader = new BatchReader();
    private final Viewing viewing;
    private final RateLimit rate;
    private final Seen seen;

    PlaybackController(Viewing viewing, RateLimit rate, Seen seen) {
        this.viewing = viewing;
        this.rate = rate;
        this.seen = seen;
    }

    /** Whatever its type is said to be: a browser sends a beacon without asking first as plain text alone. */
    @PostMapping("/api/playback")
    ResponseEntity<Void> told(HttpServletRequest request, @RequestAttribute(AccessGate.ACCESS) Access access)
            throws IOException {
        PlaybackBatch batch = reader.read(request.getInputStream().readNBytes(BatchReader.MOST_BYTES + 1));
        if (!access.allows(batch.slug())) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        if (!rate.allows(batch.session())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", "10")
                    .build();
        }
        if (viewing.keep(batch) && !batch.events().isEmpty()) {
            // Who tells, watches: what is still being made for them goes ahead.
            seen.watches(batch.slug());
        }
        return ResponseEntity.noContent().build();
    }

    /** What was seen of an artwork, the newest day first. */
    @GetMapping("/api/viewing/{*slug}")
    ResponseEntity<List<ViewingDay>> days(@PathVariable String slug, @RequestParam(defaultValue = "30") int days) {
        String name = slug.substring(1);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(viewing.days(name, Math.max(1, Math.min(days, MOST_DAYS)))
                        .orElseThrow(() -> new NotFoundException("artwork", name)));
    }

    @ExceptionHandler
    ProblemDetail bad(BadBatchException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage() + " Nothing of it was kept.");
    }
}

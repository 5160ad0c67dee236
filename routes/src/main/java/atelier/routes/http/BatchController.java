package atelier.routes.http;

import atelier.processors.batch.BatchStep;
import atelier.processors.catalog.Batch;
import atelier.processors.catalog.BatchFinding;
import atelier.processors.catalog.Batches;
import atelier.processors.work.Urgency;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/batch}: looks over the library on demand, and tells how far that is and what was found. */
@RestController
class BatchController {
    private static final int LARGEST_PAGE = 500;

    private final BatchStep step;
    private final Batches batches;

    BatchController(BatchStep step, Batches batches) {
        this.step = step;
        this.batches = batches;
    }

    /**
     * A batch and a page of what it found.
     *
     * @param batch how far it is
     * @param findings in the order of the artworks
     */
    record Report(Batch batch, List<BatchFinding> findings) {}

    /** Begins a batch, or answers with the one that runs; what it plans is made whenever nobody waits for anything. */
    @PostMapping("/api/batch")
    ResponseEntity<Report> begin(@RequestParam(defaultValue = "false") boolean dryRun) {
        long id = step.begin("called", Urgency.BACKGROUND, dryRun);
        return ResponseEntity.accepted()
                .location(URI.create("/api/batch/" + id))
                .body(report(id, 0, LARGEST_PAGE));
    }

    /** The batch that was begun last. */
    @GetMapping("/api/batch")
    Report latest(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
        return report(
                batches.latest()
                        .orElseThrow(() -> new NotFoundException("batch", "latest"))
                        .id(),
                offset,
                limit);
    }

    /** A batch. */
    @GetMapping("/api/batch/{id}")
    Report batch(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        return report(id, offset, limit);
    }

    private Report report(long id, int offset, int limit) {
        Batch batch = batches.find(id).orElseThrow(() -> new NotFoundException("batch", Long.toString(id)));
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        return new Report(batch, batches.findings(id, Math.max(0, offset), most));
    }
}

package atelier.routes.http;

import atelier.processors.work.Admission;
import atelier.processors.work.WorkPage;
import atelier.processors.work.WorkViews;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/work}: what runs, what waits and what for, and what failed and why. */
@RestController
class WorkController {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST = 1_000_000;

    private final WorkViews views;
    private final Admission admission;

    WorkController(WorkViews views, Admission admission) {
        this.views = views;
        this.admission = admission;
    }

    /** @param state {@code running}, {@code waiting} or {@code failed}; {@code all}, or none: all of them, in that order */
    @GetMapping("/api/work")
    ResponseEntity<WorkPage> work(
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        WorkViews.Filter filter = WorkViews.Filter.of(state).orElseThrow(() -> new NotFoundException("state", state));
        int most = Math.max(0, Math.min(limit, LARGEST_PAGE));
        int from = Math.max(0, Math.min(offset, LAST));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(views.page(filter, from, most, admission.obstacle()));
    }
}

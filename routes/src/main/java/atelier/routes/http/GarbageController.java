package atelier.routes.http;

import atelier.processors.batch.Garbage;
import atelier.processors.batch.GarbageReport;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/gc}: collects what nobody needs any more, or lists it. */
@RestController
class GarbageController {
    private final Garbage garbage;

    GarbageController(Garbage garbage) {
        this.garbage = garbage;
    }

    @PostMapping("/api/gc")
    GarbageReport collect(@RequestParam(defaultValue = "false") boolean dryRun) {
        return garbage.collect(dryRun);
    }
}

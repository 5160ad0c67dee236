package atelier.routes.http;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where requests end that have waited long enough: pages of other origins read this answer as they read segments. */
@RestController
class ComeAgainController {
    /** Among segments, so that the same origins may read it. */
    static final String PATH = "/chunks/not-made-yet";

    @GetMapping(PATH)
    ResponseEntity<ProblemDetail> notMadeYet() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This segment is not made yet. It is being made now: ask again in a second."));
    }
}

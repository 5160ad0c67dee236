package atelier.routes.http;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.plan.PlanView;
import atelier.processors.plan.PlanViews;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/artworks}: the library, an artwork, its plan. */
@RestController
class ArtworkController {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;
    private static final String PLAN = "/plan";

    private final Artworks artworks;
    private final ArtworkViews views;
    private final PlanViews plans;

    ArtworkController(Artworks artworks, ArtworkViews views, PlanViews plans) {
        this.artworks = artworks;
        this.views = views;
        this.plans = plans;
    }

    /** A page of the library, the newest first; {@code X-Total-Count} and {@code Link} (RFC 8288) lead on. */
    @GetMapping("/api/artworks")
    ResponseEntity<List<ArtworkView>> library(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "60") int size) {
        int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        int from = Math.max(0, Math.min(page, LAST_PAGE));
        long total = artworks.count(q);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header("X-Total-Count", Long.toString(total));
        if ((from + 1L) * limit < total) {
            String next = UriComponentsBuilder.fromPath("/api/artworks")
                    .queryParam("q", "{q}")
                    .queryParam("page", from + 1)
                    .queryParam("size", limit)
                    .encode()
                    .buildAndExpand(q)
                    .toUriString();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.body(views.page(q, Math.multiplyExact(from, limit), limit));
    }

    /** An artwork, or the plan of one. An artwork that is itself called "plan" is found by its own address. */
    @GetMapping("/api/artworks/{*path}")
    ResponseEntity<Object> artwork(@PathVariable String path) {
        String slug = path.substring(1);
        if (slug.endsWith(PLAN)) {
            String planned = slug.substring(0, slug.length() - PLAN.length());
            if (artworks.find(planned).isPresent()) {
                return ResponseEntity.ok(plan(planned));
            }
        }
        return ResponseEntity.ok(views.find(slug).orElseThrow(() -> new NotFoundException("artwork", slug)));
    }

    private PlanView plan(String slug) {
        return plans.find(slug).orElseThrow(() -> new NotFoundException("plan", slug));
    }
}

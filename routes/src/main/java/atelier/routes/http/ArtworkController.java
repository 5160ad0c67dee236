package atelier.routes.http;

import atelier.processors.catalog.Access;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.PlanHistory;
import atelier.processors.plan.OverrideStep;
import atelier.processors.plan.PlanViews;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/artworks}: the library, an artwork, its plans and overrides. */
@RestController
class ArtworkController {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;
    private static final String PLAN = "/plan";
    private static final String PLANS = "/plans";
    private static final String STREAM = "/stream";
    private static final String OVERRIDES = "/overrides/";

    private final Artworks artworks;
    private final ArtworkViews views;
    private final PlanViews plans;
    private final PlanHistory history;
    private final OverrideStep overrides;
    private final StreamAnswers streams;
    private final PlaybackAddresses addresses;

    ArtworkController(
            Artworks artworks,
            ArtworkViews views,
            PlanViews plans,
            PlanHistory history,
            OverrideStep overrides,
            StreamAnswers streams,
            PlaybackAddresses addresses) {
        this.artworks = artworks;
        this.views = views;
        this.plans = plans;
        this.history = history;
        this.overrides = overrides;
        this.streams = streams;
        this.addresses = addresses;
    }

    /** A page of the library, the newest first; {@code X-Total-Count} and {@code Link} (RFC 8288) lead on. */
    @GetMapping("/api/artworks")
    ResponseEntity<List<ArtworkView>> library(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "60") int size,
            @RequestAttribute(AccessGate.ACCESS) Access access) {
        int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        int from = Math.max(0, Math.min(page, LAST_PAGE));
        long total = views.count(q, access);
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
        return answer.body(views.page(q, access, Math.multiplyExact(from, limit), limit).stream()
                .map(addresses::open)
                .toList());
    }

    /**
     * An artwork; its plan as it would be now, below it at {@code /plan}; the plans that it had, at {@code /plans}; where it
     * can be played, at {@code /stream}. An artwork that is itself called so is found by its own address.
     */
    @GetMapping("/api/artworks/{*path}")
    ResponseEntity<Object> artwork(
            @PathVariable String path,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> rendition,
            @RequestAttribute(AccessGate.ACCESS) Access access) {
        String slug = path.substring(1);
        Optional<Artwork> streamed = parent(slug, STREAM);
        if (streamed.isPresent()) {
            return streams.of(views.find(streamed.get().id()).orElseThrow(), rendition);
        }
        Optional<Artwork> planned = parent(slug, PLAN);
        if (planned.isPresent()) {
            return ResponseEntity.ok(plans.find(planned.get().slug()).orElseThrow());
        }
        Optional<Artwork> remembered = parent(slug, PLANS);
        if (remembered.isPresent()) {
            return ResponseEntity.ok(history(remembered.get().id(), Math.max(0, offset), limit));
        }
        return ResponseEntity.ok(views.find(slug)
                .map(access::seen)
                .map(addresses::open)
                .orElseThrow(() -> new NotFoundException("artwork", slug)));
    }

    /** Removes an override: {@code mila/sunset/overrides/4K}. */
    @DeleteMapping("/api/artworks/{*path}")
    ResponseEntity<Void> removeOverride(@PathVariable String path) {
        String address = path.substring(1);
        int at = address.lastIndexOf(OVERRIDES);
        if (at <= 0 || !overrides.remove(address.substring(0, at), address.substring(at + OVERRIDES.length()))) {
            throw new NotFoundException("override", address);
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * A page of plans.
     *
     * @param total how many there are
     * @param plans the newest first
     */
    record History(long total, List<PlanHistory.Entry> plans) {}

    private History history(long artworkId, int offset, int limit) {
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        return new History(history.count(artworkId), history.page(artworkId, offset, most));
    }

    private Optional<Artwork> parent(String path, String suffix) {
        return path.endsWith(suffix)
                ? artworks.find(path.substring(0, path.length() - suffix.length()))
                : Optional.empty();
    }
}

package atelier.routes.http;

import atelier.processors.notify.webhooks.DeliveryView;
import atelier.processors.notify.webhooks.WebhookViews;
import atelier.processors.notify.webhooks.WebhookViews.EndpointView;
import atelier.processors.notify.webhooks.WebhookViews.Filter;
import atelier.processors.notify.webhooks.WebhookViews.Page;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/webhooks}: who is told what happens, and what came of it. */
@RestController
class WebhookController {
    private static final int LARGEST_PAGE = 500;
    private static final int LAST = 1_000_000;
    private static final Set<String> STATES = Set.of("", "waiting", "delivered", "given-up");

    private final WebhookViews views;

    WebhookController(WebhookViews views) {
        this.views = views;
    }

    @GetMapping("/api/webhooks")
    ResponseEntity<List<EndpointView>> endpoints() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.endpoints());
    }

    /** The newest first. */
    @GetMapping("/api/webhooks/deliveries")
    ResponseEntity<Page> deliveries(
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String artwork,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        if (!STATES.contains(state)) {
            throw new NotFoundException("state", state);
        }
        int most = Math.max(1, Math.min(limit, LARGEST_PAGE));
        int from = Math.max(0, Math.min(offset, LAST));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(views.page(new Filter(endpoint, state, artwork), from, most));
    }

    @GetMapping("/api/webhooks/deliveries/{id:\\d{1,18}}")
    ResponseEntity<DeliveryView> delivery(@PathVariable long id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(find(id));
    }

    /** Sends a delivery again, or now. Its receiver knows by the {@code webhook-id} what it has had. */
    @PostMapping("/api/webhooks/deliveries/{id:\\d{1,18}}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(@PathVariable long id) {
        if (!views.resend(id)) {
            throw new NotFoundException("delivery", Long.toString(id));
        }
        return find(id);
    }

    private DeliveryView find(long id) {
        return views.find(id).orElseThrow(() -> new NotFoundException("delivery", Long.toString(id)));
    }
}

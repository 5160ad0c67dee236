package atelier.routes.steps;

import atelier.processors.notify.ArtworkChanges;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Tells listeners that an artwork changed. Body: its key. */
@Component
class NotifyRoutes extends RouteBuilder {
    private final ArtworkChanges changes;

    NotifyRoutes(ArtworkChanges changes) {
        this.changes = changes;
    }

    @Override
    public void configure() {
        from("direct:changed").routeId("notify").bean(changes, "changed");
    }
}

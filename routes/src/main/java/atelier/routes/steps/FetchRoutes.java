package atelier.routes.steps;

import atelier.processors.bucket.FetchStep;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks at an object of a bucket and takes what is new. Body: its key in the catalogue; then that of the artwork that changed. */
@Component
@ConditionalOnProperty("atelier.buckets[0].name")
class FetchRoutes extends RouteBuilder {
    private final FetchStep fetchStep;

    FetchRoutes(FetchStep fetchStep) {
        this.fetchStep = fetchStep;
    }

    @Override
    public void configure() {
        from("direct:fetch")
                .routeId("fetch")
                .errorHandler(noErrorHandler())
                .bean(fetchStep, "fetch")
                .transform(simple("${body.orElse(null)}"))
                .filter(body().isNotNull())
                .to("direct:changed");
    }
}

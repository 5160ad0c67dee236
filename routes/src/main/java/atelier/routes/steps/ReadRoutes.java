package atelier.routes.steps;

import atelier.processors.plan.ReadStep;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Reads an input: probe, index and plan in one streaming pass. Body: key of the input; then of its artwork. */
@Component
class ReadRoutes extends RouteBuilder {
    private final ReadStep readStep;

    ReadRoutes(ReadStep readStep) {
        this.readStep = readStep;
    }

    @Override
    public void configure() {
        from("direct:read")
                .routeId("read")
                .errorHandler(noErrorHandler())
                .bean(readStep, "read")
                .transform(simple("${body.orElse(null)}"))
                .filter(body().isNotNull())
                .to("direct:publish");
    }
}

package atelier.routes.steps;

import atelier.processors.encode.EncodeStep;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Makes an output. Body: the claim of its job. What it makes is announced by the step itself, while it grows. */
@Component
class EncodeRoutes extends RouteBuilder {
    private final EncodeStep encodeStep;

    EncodeRoutes(EncodeStep encodeStep) {
        this.encodeStep = encodeStep;
    }

    @Override
    public void configure() {
        from("direct:encode").routeId("encode").errorHandler(noErrorHandler()).bean(encodeStep, "encode");
    }
}

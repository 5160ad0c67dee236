package atelier.routes.steps;

import atelier.processors.batch.BatchStep;
import atelier.processors.work.Urgency;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks over the library every night, and whenever a batch was left to be run. Body: key of the batch. */
@Component
class BatchRoutes extends RouteBuilder {
    private final BatchStep batch;

    BatchRoutes(BatchStep batch) {
        this.batch = batch;
    }

    @Override
    public void configure() {
        from("quartz:night?cron={{atelier.batch.cron:0 0 1 * * ?}}")
                .routeId("night")
                .process(exchange -> batch.begin("nightly", Urgency.NIGHTLY, false));

        from("direct:batch").routeId("batch").errorHandler(noErrorHandler()).bean(batch, "run");
    }
}

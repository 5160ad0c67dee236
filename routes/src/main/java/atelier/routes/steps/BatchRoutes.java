package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.batch.BatchStep;
import atelier.processors.node.OwnNode;
import atelier.processors.node.Rounds;
import atelier.processors.plan.DemandStep;
import atelier.processors.work.Urgency;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks over the library every night, and whenever a batch was left to be run. Body: key of the batch. */
@Component
class BatchRoutes extends RouteBuilder {
    private final BatchStep batch;
    private final DemandStep demand;
    private final OwnNode own;
    private final Rounds rounds;

    BatchRoutes(BatchStep batch, DemandStep demand, OwnNode own, Rounds rounds) {
        this.demand = demand;
        this.batch = batch;
        this.own = own;
        this.rounds = rounds;
    }

    @Override
    public void configure() {
        from("quartz:night?cron={{atelier.batch.cron:0 0 1 * * ?}}")
                .routeId("night")
                .autoStartup(own.does(Role.ENCODE))
                .filter(new OwnRound("night", rounds))
                .bean(demand, "ahead")
                .process(exchange -> batch.begin("nightly", Urgency.NIGHTLY, false));

        from("direct:batch").routeId("batch").errorHandler(noErrorHandler()).bean(batch, "run");
    }
}

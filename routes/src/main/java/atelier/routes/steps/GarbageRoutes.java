package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.batch.Garbage;
import atelier.processors.node.OwnNode;
import atelier.processors.node.Rounds;
import atelier.processors.plan.DemandStep;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Collects what nobody needs any more, every night. */
@Component
class GarbageRoutes extends RouteBuilder {
    private final Garbage garbage;
    private final DemandStep demand;
    private final OwnNode own;
    private final Rounds rounds;

    GarbageRoutes(Garbage garbage, DemandStep demand, OwnNode own, Rounds rounds) {
        this.demand = demand;
        this.garbage = garbage;
        this.own = own;
        this.rounds = rounds;
    }

    @Override
    public void configure() {
        from("quartz:garbage?cron={{atelier.garbage.cron:0 30 4 * * ?}}")
                .routeId("garbage")
                .autoStartup(own.does(Role.ENCODE))
                .filter(new OwnRound("garbage", rounds))
                .bean(demand, "forget")
                .setBody(constant(false))
                .bean(garbage, "collect");
    }
}

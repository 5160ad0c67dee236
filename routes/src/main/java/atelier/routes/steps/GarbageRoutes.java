package atelier.routes.steps;

import atelier.processors.batch.Garbage;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Collects what nobody needs any more, every night. */
@Component
class GarbageRoutes extends RouteBuilder {
    private final Garbage garbage;

    GarbageRoutes(Garbage garbage) {
        this.garbage = garbage;
    }

    @Override
    public void configure() {
        from("quartz:garbage?cron={{atelier.garbage.cron:0 30 4 * * ?}}")
                .routeId("garbage")
                .setBody(constant(false))
                .bean(garbage, "collect");
    }
}

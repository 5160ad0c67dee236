package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.node.ChangesElsewhere;
import atelier.processors.node.OwnNode;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Says that this node is alive, and hears what others do. */
@Component
class NodeRoutes extends RouteBuilder {
    private final OwnNode own;
    private final ChangesElsewhere elsewhere;

    NodeRoutes(OwnNode own, ChangesElsewhere elsewhere) {
        this.own = own;
        this.elsewhere = elsewhere;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "The other nodes are not heard now; it is tried again: ${exception.message}");

        from("timer:node-alive?period=3000").routeId("node-alive").bean(own, "seen");

        from("timer:changes-elsewhere?period=1000")
                .routeId("changes-elsewhere")
                .autoStartup(own.does(Role.SERVE))
                .bean(elsewhere, "look");
    }
}

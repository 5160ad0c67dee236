package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.publish.PublishStep;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Publishes an artwork. Body: its key. A publication that fails, or was cut off, is done by the sweep: the catalogue knows
 * which artworks wait for one.
 */
@Component
class PublishRoutes extends RouteBuilder {
    private final PublishStep publishStep;
    private final OwnNode own;

    PublishRoutes(PublishStep publishStep, OwnNode own) {
        this.publishStep = publishStep;
        this.own = own;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(
                        LoggingLevel.WARN,
                        "Artwork ${body} is not published now; it is tried again: ${exception.message}");

        from("direct:publish")
                .routeId("publish")
                .setVariable("artwork", body())
                .bean(publishStep, "publish")
                .setBody(variable("artwork"))
                .to("direct:changed");

        from("timer:publish-sweep?period={{atelier.publish.sweep:2000}}&delay=2000")
                .routeId("publish-sweep")
                .autoStartup(own.does(Role.ENCODE))
                .bean(publishStep, "waiting")
                .split(body())
                .to("direct:publish");
    }
}

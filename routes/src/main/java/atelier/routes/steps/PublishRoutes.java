package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.publish.PublishStep;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
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
    private final News news;

    PublishRoutes(PublishStep publishStep, OwnNode own, Clock clock) {
        this.publishStep = publishStep;
        this.own = own;
        this.news = new News(clock, Duration.ofMinutes(10));
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .filter(exchange -> news.isNew(
                        exchange.getIn().getBody(String.class),
                        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                                .getMessage()))
                .log(
                        LoggingLevel.WARN,
                        "Artwork ${body} is not published now; it is tried again every few seconds, and this said"
                                + " again in ten minutes: ${exception.message}");

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

package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.node.Rounds;
import atelier.processors.notify.webhooks.Webhooks;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Tells other systems what happened. The database keeps it until it is delivered, so that a failure here loses nothing. */
@Component
class WebhookRoutes extends RouteBuilder {
    private final Webhooks webhooks;
    private final OwnNode own;
    private final Rounds rounds;

    WebhookRoutes(Webhooks webhooks, OwnNode own, Rounds rounds) {
        this.webhooks = webhooks;
        this.own = own;
        this.rounds = rounds;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "Webhooks are not looked at now; it is tried again: ${exception.message}");

        from("timer:webhooks?period=500")
                .routeId("webhooks")
                .autoStartup(own.does(Role.ENCODE))
                .bean(webhooks, "look");

        from("quartz:webhooks-forget?cron=0 15 4 * * ?")
                .routeId("webhooks-forget")
                .autoStartup(own.does(Role.ENCODE))
                .filter(new OwnRound("webhooks-forget", rounds))
                .bean(webhooks, "forget");
    }
}

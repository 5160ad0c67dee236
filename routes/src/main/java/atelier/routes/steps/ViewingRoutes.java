package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.node.Rounds;
import atelier.processors.viewing.CmcdTally;
import atelier.processors.viewing.Viewing;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Writes what players said with their requests, and forgets what viewers saw a month ago. */
@Component
class ViewingRoutes extends RouteBuilder {
    private final Viewing viewing;
    private final CmcdTally tally;
    private final OwnNode own;
    private final Rounds rounds;

    ViewingRoutes(Viewing viewing, CmcdTally tally, OwnNode own, Rounds rounds) {
        this.viewing = viewing;
        this.tally = tally;
        this.own = own;
        this.rounds = rounds;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "Viewing figures are not kept now: ${exception.message}");

        from("timer:viewing?period=10000")
                .routeId("viewing")
                .autoStartup(own.does(Role.SERVE))
                .setBody(constant(tally))
                .bean(viewing, "keep(${body})");

        from("quartz:viewing-forget?cron=0 45 4 * * ?")
                .routeId("viewing-forget")
                .autoStartup(own.does(Role.SERVE))
                .filter(new OwnRound("viewing-forget", rounds))
                .bean(viewing, "forget");
    }
}

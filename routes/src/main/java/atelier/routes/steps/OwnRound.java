package atelier.routes.steps;

import atelier.processors.node.Rounds;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.component.quartz.QuartzConstants;

/** Whether what a clock began is for this node to do: every node has that clock. */
record OwnRound(String name, Rounds rounds) implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        Date due = exchange.getMessage().getHeader(QuartzConstants.SCHEDULED_FIRE_TIME, Date.class);
        return rounds.take(name, due.toInstant());
    }
}

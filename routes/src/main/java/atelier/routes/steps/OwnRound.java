package atelier.routes.steps;

import atelier.processors.node.Rounds;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether what a clock began is for this node to do: every node has that clock. */
record OwnRound(String name, Rounds rounds) implements Predicate {
    /** Set by Camel's quartz component. */
    private static final String SCHEDULED = "scheduledFireTime";

    @Override
    public boolean matches(Exchange exchange) {
        Date due = exchange.getMessage().getHeader(SCHEDULED, Date.class);
        return rounds.take(name, due.toInstant());
    }
}

package atelier.processors.notify.webhooks;

import atelier.processors.notify.webhooks.Deliveries.Fresh;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Spreads events over the endpoints that want them, and leaves a job for each lane that has something on its way. */
final class Relay {
    private static final int BATCH = 200;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final TransactionOperations transactions;

    Relay(Endpoints endpoints, Deliveries deliveries, TransactionOperations transactions) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.transactions = transactions;
    }

    /** Spreads what happened; whether something did. Where no endpoint is set, nobody is told of it later either. */
    boolean spread() {
        boolean any = false;
        while (!deliveries.fresh(1).isEmpty()) {
            int count = transactions.execute(status -> spreadSome());
            any |= count > 0;
            if (count < BATCH) {
                return any;
            }
        }
        return any;
    }

    private int spreadSome() {
        if (!deliveries.takeTurn()) {
            return 0;
        }
        List<Fresh> events = deliveries.fresh(BATCH);
        for (Fresh event : events) {
            endpoints.all().stream()
                    .filter(endpoint -> endpoint.wants(event.type()))
                    .forEach(endpoint -> deliveries.add(event, endpoint.name()));
            deliveries.spread(event.id());
        }
        return events.size();
    }
}

package atelier.routes.steps;

import atelier.processors.ingest.Delivery;
import atelier.processors.ingest.InboxStep;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.springframework.stereotype.Component;

/** Hands a file of the inbox to its step. */
@Component
class DeliverFile {
    private final InboxStep inbox;

    DeliverFile(InboxStep inbox) {
        this.inbox = inbox;
    }

    /** Leaves the key of the artwork that changed as the body; the file itself where none did: Camel puts it back. */
    @Handler
    void deliver(Exchange exchange) throws IOException, InterruptedException {
        Optional<Delivery> delivery = deliver(exchange.getMessage().getBody(File.class));
        exchange.getMessage().setBody(delivery.map(Delivery::artworkId).orElse(null));
    }

    private Optional<Delivery> deliver(File file) throws IOException, InterruptedException {
        try {
            return inbox.deliver(file.toPath());
        } catch (IOException e) {
            if (file.exists()) {
                throw e;
            }
            return Optional.empty(); // Another node that watches the same inbox was quicker.
        }
    }
}

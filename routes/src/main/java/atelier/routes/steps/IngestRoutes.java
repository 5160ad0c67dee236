package atelier.routes.steps;

import atelier.config.Home;
import atelier.config.Role;
import atelier.processors.node.OwnNode;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Watches the inbox. The step itself moves files out of it, so the consumer leaves them alone ({@code noop}). Whether a copy
 * has arrived is for the read lock to say. Several nodes may watch one inbox. A file that comes again is looked at again: idempotency is the catalogue's.
 */
@Component
class IngestRoutes extends RouteBuilder {
    private final Home home;
    private final OwnNode own;

    IngestRoutes(Home home, OwnNode own) {
        this.home = home;
        this.own = own;
    }

    @Override
    public void configure() {
        from("file:" + home.inbox() + "?recursive=true&noop=true&idempotent=false&filter=#inboxFilter"
                        + "&exclusiveReadLockStrategy=#arrivalLock&readLockLoggingLevel=OFF"
                        + "&initialDelay=0&delay={{atelier.inbox.poll:250}}")
                .routeId("ingest")
                .autoStartup(own.does(Role.WATCH))
                .bean(DeliverFile.class)
                .id("deliver-file")
                .filter(body().isInstanceOf(Long.class))
                .to("direct:changed");
    }
}

package atelier.routes.steps;

import atelier.config.Home;
import atelier.config.Role;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.UnlistedFiles;
import atelier.processors.node.OwnNode;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Watches the inbox. The step itself moves files out of it, so the consumer leaves them alone ({@code noop}). Whether a copy
 * has arrived is for the read lock to say. Files whose names it cannot spell are looked for apart. Several nodes may watch one inbox. A file that comes again is looked at again: idempotency is the catalogue's.
 */
@Component
class IngestRoutes extends RouteBuilder {
    private final Home home;
    private final OwnNode own;
    private final InboxStep inbox;
    private final UnlistedFiles unlisted;

    IngestRoutes(Home home, OwnNode own, InboxStep inbox) {
        this.home = home;
        this.own = own;
        this.inbox = inbox;
        this.unlisted = new UnlistedFiles(home.inbox());
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

        from("timer:unlisted?period={{atelier.inbox.unlisted:5000}}&delay=1000")
                .routeId("ingest-unlisted")
                .autoStartup(own.does(Role.WATCH))
                .bean(unlisted, "find")
                .split(body())
                .filter(method(inbox, "hasArrived"))
                .bean(inbox, "deliver");
    }
}

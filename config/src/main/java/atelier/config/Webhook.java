package atelier.config;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another system that is told what happens, by Standard Webhooks.
 *
 * @param name by which its deliveries are known, also after the address changes; empty: the host of the address
 * @param url where events are posted; it may hold a token, so it is shown to nobody
 * @param secrets keys of the signatures ({@code whsec_} and Base64), the present one first: while one is replaced by another,
 *     events are signed with both
 * @param events types of the events that it wants; none: all
 * @param privateAddresses whether it may be in a private network, or on this machine
 */
public record Webhook(
        @DefaultValue("") String name,
        URI url,
        @DefaultValue List<String> secrets,
        @DefaultValue Set<String> events,
        @DefaultValue("false") boolean privateAddresses) {
    public Webhook {
        secrets = List.copyOf(secrets);
        events = Set.copyOf(events);
    }

    /** Leaves address and secrets out, so that they reach no log. */
    @Override
    public String toString() {
        return "Webhook[" + name + "]";
    }
}

package atelier.processors.notify.webhooks;

import atelier.config.Webhook;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of the settings, by name. */
public final class Endpoints {
    private final Map<String, Endpoint> byName = new LinkedHashMap<>();

    /** @throws WebhookSettingsException where one cannot be used */
    public Endpoints(List<Webhook> webhooks) {
        for (Webhook each : webhooks) {
            Endpoint endpoint = Endpoint.of(each);
            if (byName.put(endpoint.name(), endpoint) != null) {
                throw new WebhookSettingsException("Two webhooks are called '" + endpoint.name()
                        + "'. Give each a name of its own: atelier.webhooks[n].name.");
            }
        }
    }

    Optional<Endpoint> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Endpoint> all() {
        return byName.values();
    }
}

package atelier.processors.notify.webhooks;

import atelier.config.Webhook;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A system that is told.
 *
 * @param name by which its deliveries are known
 * @param url where events are posted; may hold a token
 * @param secrets that sign, the present one first
 * @param events types that it wants; none: all
 * @param privateAddresses whether it may be in a private network
 */
record Endpoint(String name, URI url, List<Secret> secrets, Set<String> events, boolean privateAddresses) {
    /** All that there are. */
    static final Set<String> EVENTS = Set.of(
            "artwork.ingested",
            "artwork.playable",
            "artwork.failed",
            "rendition.ready",
            "rendition.failed",
            "edition.sealed");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Of a setting, checked. */
    static Endpoint of(Webhook webhook) {
        URI url = webhook.url();
        boolean usable = url != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null;
        String name = webhook.name().isEmpty() && usable ? url.getHost().replaceAll("[\\[\\]:]", "-") : webhook.name();
        if (!usable) {
            throw new WebhookSettingsException("The address of the webhook '" + name
                    + "' is not http:// or https:// with a host and without a user. Set atelier.webhooks[n].url.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new WebhookSettingsException("'" + name + "' cannot be the name of a webhook: up to 64 of letters,"
                    + " digits, '.', '_' and '-'. Set atelier.webhooks[n].name.");
        }
        if (webhook.secrets().isEmpty()) {
            throw new WebhookSettingsException(
                    "The webhook '" + name + "' has no secret to sign with. Set atelier.webhooks[n].secrets.");
        }
        return new Endpoint(
                name,
                url,
                webhook.secrets().stream().map(each -> Secret.of(each, name)).toList(),
                known(name, webhook.events()),
                webhook.privateAddresses());
    }

    private static Set<String> known(String name, Set<String> events) {
        events.stream().filter(each -> !EVENTS.contains(each)).findFirst().ifPresent(unknown -> {
            throw new WebhookSettingsException("The webhook '" + name + "' wants '" + unknown
                    + "', which there is not. There are "
                    + EVENTS.stream().sorted().collect(Collectors.joining(", ")) + ".");
        });
        return events;
    }

    boolean wants(String type) {
        return events.isEmpty() || events.contains(type);
    }

    /** The address as far as people may see it. */
    String origin() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** Every secret's signature, the present one's first: a receiver that has one of them is content. */
    String signatures(String id, long timestampSeconds, byte[] body) {
        return secrets.stream()
                .map(each -> each.sign(id, timestampSeconds, body))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return name;
    }
}

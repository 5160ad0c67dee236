package atelier.processors.notify.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An event on its way to an endpoint, as the API shows it.
 *
 * @param id of the delivery
 * @param event the {@code webhook-id}
 * @param endpoint its name in the settings
 * @param type of the event
 * @param artwork slug of the artwork
 * @param state {@code waiting}, {@code delivered} or {@code given-up}
 * @param attempts tries so far
 * @param createdAt when it happened
 * @param nextAt when it is tried again
 * @param deliveredAt when it was taken
 * @param status what the endpoint answered last
 * @param error why the last try failed
 */
public record DeliveryView(
        long id,
        String event,
        String endpoint,
        String type,
        String artwork,
        String state,
        int attempts,
        Instant createdAt,
        Optional<Instant> nextAt,
        Optional<Instant> deliveredAt,
        OptionalInt status,
        Optional<String> error) {}

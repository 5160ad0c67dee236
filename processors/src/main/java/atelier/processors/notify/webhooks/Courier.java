package atelier.processors.notify.webhooks;

import atelier.processors.notify.webhooks.Deliveries.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what a lane holds, in order: what cannot be delivered now keeps the rest of its lane waiting, but no other. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** After so many a lane lets others have its thread. */
    private static final int AT_ONCE = 50;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final WebhookClient client;
    private final Rests rests;
    private final Clock clock;

    Courier(Endpoints endpoints, Deliveries deliveries, WebhookClient client, Rests rests, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.client = client;
        this.rests = rests;
        this.clock = clock;
    }

    /** Delivers what is due; when to come back, if at all. */
    Optional<Instant> deliver(Lane lane) {
        for (int count = 0; count < AT_ONCE; count++) {
            Optional<Delivery> head = deliveries.head(lane);
            if (head.isEmpty()) {
                return Optional.empty();
            }
            Optional<Instant> later = notBefore(lane, head.get());
            if (later.isPresent()) {
                return later;
            }
            tryOnce(lane, head.get());
        }
        return Optional.of(clock.instant());
    }

    private Optional<Instant> notBefore(Lane lane, Delivery delivery) {
        Instant next = delivery.nextAt();
        return next.isAfter(clock.instant()) ? Optional.of(next) : rests.until(lane.endpoint());
    }

    private void tryOnce(Lane lane, Delivery delivery) {
        Optional<Endpoint> endpoint = endpoints.find(lane.endpoint());
        if (endpoint.isEmpty()) {
            Answer none = Answer.none("There is no webhook '" + lane.endpoint() + "' in the settings any more.");
            deliveries.failed(delivery, none, Optional.empty());
            return;
        }
        Answer answer =
                client.post(endpoint.get(), delivery.event(), clock.instant().getEpochSecond(), delivery.body());
        rests.heard(lane.endpoint(), answer);
        if (answer.delivered()) {
            deliveries.delivered(delivery, answer);
        } else {
            failed(lane, delivery, answer);
        }
    }

    private void failed(Lane lane, Delivery delivery, Answer answer) {
        int attempts = delivery.attempts() + 1;
        Optional<Instant> next = answer.gone()
                ? Optional.empty()
                : Backoff.after(attempts, delivery.id())
                        .map(pause -> clock.instant().plus(longer(pause, answer)));
        deliveries.failed(delivery, answer, next);
        if (next.isEmpty()) {
            LOG.warn(
                    "{} of {} is given up for the webhook {} after {} tries: {} Later ones are delivered; this one can be"
                            + " sent again: POST /api/webhooks/deliveries/{}/resend.",
                    delivery.type(),
                    delivery.slug(),
                    lane.endpoint(),
                    attempts,
                    answer.error().orElseThrow(),
                    delivery.id());
        } else {
            LOG.info(
                    "{} of {} could not be delivered to the webhook {}: {} It is tried again at {}.",
                    delivery.type(),
                    delivery.slug(),
                    lane.endpoint(),
                    answer.error().orElseThrow(),
                    next.get());
        }
    }

    private static Duration longer(Duration pause, Answer answer) {
        return answer.retryAfter().compareTo(pause) > 0 ? answer.retryAfter() : pause;
    }
}

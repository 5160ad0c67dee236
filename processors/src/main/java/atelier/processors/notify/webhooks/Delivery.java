package atelier.processors.notify.webhooks;

import java.time.Instant;

/**
 * An event on its way to an endpoint.
 *
 * @param id its key
 * @param event the event's name, the same at every try
 * @param type of the event
 * @param slug of the artwork
 * @param data what is told, JSON
 * @param createdAt when it happened
 * @param attempts that failed so far
 * @param nextAt not to be tried before
 */
record Delivery(
        long id, String event, String type, String slug, String data, Instant createdAt, int attempts, Instant nextAt) {

    /** As it is posted. */
    byte[] body() {
        // The type is one of ours and the data is the database's own JSON: nothing in them needs escaping.
        String text = "{\"type\":\"" + type + "\",\"timestamp\":\"" + createdAt + "\",\"data\":" + data + "}";
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

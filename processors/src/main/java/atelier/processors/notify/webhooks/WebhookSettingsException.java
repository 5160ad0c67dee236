package atelier.processors.notify.webhooks;

/** A setting of a webhook that cannot be used. */
public final class WebhookSettingsException extends RuntimeException {
    WebhookSettingsException(String message) {
        super(message);
    }
}

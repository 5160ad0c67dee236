package atelier.processors.notify.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of signatures: HMAC-SHA256 over id, timestamp and body (Standard Webhooks, version 1). */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** Standard Webhooks: between 24 and 64 bytes. */
    private static final int LEAST = 24;

    private static final int MOST = 64;

    private final SecretKeySpec key;

    private Secret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Reads {@code whsec_…}.
     *
     * @param endpoint whose it is
     */
    static Secret of(String text, String endpoint) {
        byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
        if (key.length < LEAST || key.length > MOST) {
            throw new WebhookSettingsException("A secret of the webhook '" + endpoint + "' is not " + PREFIX
                    + " and the Base64 of " + LEAST + " to " + MOST
                    + " bytes. Make one: echo \"" + PREFIX + "$(openssl rand -base64 32)\".");
        }
        return new Secret(key);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** {@code v1,} and the signature in Base64. */
    String sign(String id, long timestampSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestampSeconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java cannot sign with " + ALGORITHM + ".", e);
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where published bytes are kept.
 *
 * @param bucket that holds the store; empty: the folder {@code store} in the home
 * @param prefix of the store's keys in that bucket; empty: none
 */
public record StoreSettings(
        @DefaultValue("") String bucket, @DefaultValue("") String prefix) {

    /** Whether the store is in a bucket. */
    public boolean inBucket() {
        return !bucket.isBlank();
    }
}

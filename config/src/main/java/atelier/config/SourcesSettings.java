package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where what was delivered is kept.
 *
 * @param bucket bucket that holds what was delivered; empty: the folder {@code sources} in the home
 * @param prefix what its keys in that bucket begin with
 * @param cache how much of it a node keeps in its work folder at most, in bytes; what is in use is kept beyond that
 */
public record SourcesSettings(
        @DefaultValue("") String bucket,
        @DefaultValue("sources") String prefix,
        @DefaultValue("21474836480") long cache) {

    /** Whether sources are in a bucket. */
    public boolean inBucket() {
        return !bucket.isBlank();
    }
}

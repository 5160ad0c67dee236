package atelier.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param signed whether playlists and segments are given out by addresses alone that are signed and expire; always, where
 *     callers bear tokens
 * @param expiry for how long such an address holds, beside the length of the film
 * @param endpoint address of the store's S3 server for players; empty: {@code atelier.s3.endpoint}
 */
public record PlaybackSettings(
        @DefaultValue("false") boolean signed,
        @DefaultValue("1h") Duration expiry,
        @DefaultValue("") String endpoint) {
    public PlaybackSettings {
        if (expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException("atelier.playback.expiry must be longer than nothing: 1h");
        }
    }
}

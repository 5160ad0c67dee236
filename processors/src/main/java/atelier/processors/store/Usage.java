package atelier.processors.store;

import java.time.Instant;

/**
 * What lies below a folder of the store.
 *
 * @param bytes of all objects
 * @param newest when it was written to last
 */
public record Usage(long bytes, Instant newest) {
    Usage plus(Usage other) {
        return new Usage(bytes + other.bytes, newest.isAfter(other.newest) ? newest : other.newest);
    }
}

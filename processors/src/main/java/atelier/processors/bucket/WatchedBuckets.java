package atelier.processors.bucket;

import atelier.config.Bucket;
import atelier.config.Bucket.After;
import atelier.processors.bucket.WatchedBucket.OwnPlace;
import java.util.List;
import java.util.Optional;

/**
 * All that is watched.
 *
 * @param all in the order of the settings
 */
public record WatchedBuckets(List<WatchedBucket> all) {
    public WatchedBuckets {
        all = List.copyOf(all);
    }

    /** @param own where the store is, if it is in a bucket */
    public static WatchedBuckets of(List<Bucket> settings, List<OwnPlace> own) {
        return new WatchedBuckets(settings.stream()
                .map(bucket -> new WatchedBucket(bucket, own))
                .peek(WatchedBuckets::check)
                .toList());
    }

    private static void check(WatchedBucket bucket) {
        Bucket settings = bucket.settings();
        boolean swallowed = bucket.own().stream().anyMatch(place -> place.holds(settings.name(), settings.prefix()));
        if (swallowed) {
            throw new IllegalArgumentException(
                    bucket.text() + " is where the store is (atelier.store.bucket and .prefix), so"
                            + " nothing could be delivered there. Give the store a prefix of its own, or another bucket.");
        }
        if (settings.after() == After.MOVE && settings.taken().equals(settings.rejected())) {
            throw new IllegalArgumentException(
                    bucket.text() + " has the same atelier.buckets[].taken and .rejected. Give them different ones.");
        }
    }

    /** The one that a key is delivered to; of several that it is in, the first. */
    Optional<WatchedBucket> of(String bucket, String key) {
        return all.stream()
                .filter(each -> each.name().equals(bucket) && each.nameOf(key).isPresent())
                .findFirst();
    }
}

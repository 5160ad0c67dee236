package atelier.processors.bucket;

import atelier.config.Bucket;
import atelier.config.Bucket.After;
import java.util.List;
import java.util.Optional;

/**
 * A bucket that is delivered to, and which of its keys are deliveries.
 *
 * @param settings what is configured
 * @param own what in it is put there by us, and so is no delivery
 */
public record WatchedBucket(Bucket settings, List<OwnPlace> own) {

    /**
     * Where we put objects.
     *
     * @param bucket its name
     * @param prefix what the keys there begin with; empty: all of it is ours
     */
    public record OwnPlace(String bucket, String prefix) {
        boolean holds(String bucketName, String key) {
            return bucket.equals(bucketName) && key.startsWith(prefix);
        }
    }

    public WatchedBucket {
        own = List.copyOf(own);
    }

    /** The bucket's name. */
    public String name() {
        return settings.name();
    }

    /** For people: {@code s3://films/deliveries/}. */
    public String text() {
        return "s3://" + settings.name() + "/" + settings.prefix();
    }

    /**
     * What a key is called below the prefix, as a file would be below the inbox.
     *
     * @return nothing for keys elsewhere, folder markers, what we put there, and what we moved already
     */
    Optional<String> nameOf(String key) {
        String prefix = settings.prefix();
        boolean delivered = key.startsWith(prefix)
                && key.length() > prefix.length()
                && !key.endsWith("/")
                && !isBelow(settings.taken(), key)
                && !isBelow(settings.rejected(), key)
                && own.stream().noneMatch(place -> place.holds(settings.name(), key));
        return delivered ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }

    private boolean isBelow(String folder, String key) {
        return settings.after() == After.MOVE && key.startsWith(folder);
    }

    /** Where {@code move} puts an object. */
    String moved(String folder, String key) {
        return folder + key.substring(settings.prefix().length());
    }
}

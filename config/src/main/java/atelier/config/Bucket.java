package atelier.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A bucket, or a part of one, that is delivered to as to the inbox.
 *
 * @param name of the bucket
 * @param prefix what the keys begin with that are looked at; an artwork's slug is what follows; empty: all keys
 * @param queue URL of the SQS queue in which its events arrive; empty: none
 * @param poll how often it is listed; 0: every 10 s, with a queue every hour
 * @param after what becomes of an object once its content is kept
 * @param taken where {@code move} puts what was taken: what its key begins with then, before what followed the prefix
 * @param rejected where {@code move} puts what was refused, beside a text that says why
 */
public record Bucket(
        @DefaultValue("") String name,
        @DefaultValue("") String prefix,
        @DefaultValue("") String queue,
        @DefaultValue("0s") Duration poll,
        @DefaultValue("leave") After after,
        @DefaultValue("taken/") String taken,
        @DefaultValue("rejected/") String rejected) {
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration BESIDE_A_QUEUE = Duration.ofHours(1);

    /** What becomes of an object once its content is kept. */
    public enum After {
        /** Nothing: it may be read only. */
        LEAVE,
        /** It goes to {@code taken} or {@code rejected} in the same bucket. */
        MOVE,
        /** It gets a tag {@code atelier}: {@code taken} or {@code rejected}. */
        TAG
    }

    public Bucket {
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException(
                    "atelier.buckets[].name is \"" + name + "\". It must be the name of a bucket: my-deliveries");
        }
        prefix = folder(prefix);
        taken = folder(taken);
        rejected = folder(rejected);
        if (after == After.MOVE
                && (taken.isEmpty() || rejected.isEmpty() || prefix.startsWith(taken) || prefix.startsWith(rejected))) {
            throw new IllegalArgumentException(
                    "Bucket " + name + " is to be moved from (atelier.buckets[].after), so taken"
                            + " and rejected must each be the beginning of other keys than prefix: taken/");
        }
    }

    /** How often it is listed. */
    public Duration interval() {
        if (!poll.isZero()) {
            return poll;
        }
        return queue.isBlank() ? ALONE : BESIDE_A_QUEUE;
    }

    private static String folder(String prefix) {
        String stripped = prefix.strip();
        return stripped.isEmpty() || stripped.endsWith("/") ? stripped : stripped + "/";
    }
}

package atelier.processors.bucket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A watched bucket as people see it.
 *
 * @param bucket {@code s3://films/deliveries/}
 * @param queue URL of the queue of its events
 * @param after what becomes of the originals: {@code leave}, {@code move} or {@code tag}
 * @param objects how many are {@code waiting}, {@code taken}, {@code refused}, {@code empty}, {@code gone}, {@code failed}
 * @param trouble why it cannot be used now, as the node that was asked knows; of the queue, if the bucket is well
 * @param looked when that node last listed it
 * @param problems what was refused or failed last, the newest first
 */
public record BucketView(
        String bucket,
        Optional<String> queue,
        String after,
        Map<String, Long> objects,
        Optional<BucketStates.Trouble> trouble,
        Optional<Instant> looked,
        List<Problem> problems) {

    /**
     * @param key of the object
     * @param outcome {@code refused}, {@code failed}; {@code taken} where only the original could not be moved or tagged
     * @param error why
     * @param at when that was
     */
    public record Problem(String key, String outcome, String error, Instant at) {}
}

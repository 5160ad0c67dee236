package atelier.processors.bucket;

import atelier.config.Bucket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes what people see of the buckets. */
public final class BucketViews {
    private static final int MOST_PROBLEMS = 20;

    private final WatchedBuckets buckets;
    private final BucketReports reports;
    private final BucketStates states;

    public BucketViews(WatchedBuckets buckets, BucketReports reports, BucketStates states) {
        this.buckets = buckets;
        this.reports = reports;
        this.states = states;
    }

    /** All that are watched. */
    public List<BucketView> all() {
        return buckets.all().stream().map(this::view).toList();
    }

    private BucketView view(WatchedBucket bucket) {
        Bucket settings = bucket.settings();
        Optional<String> queue = Optional.of(settings.queue()).filter(url -> !url.isBlank());
        return new BucketView(
                bucket.text(),
                queue,
                settings.after().name().toLowerCase(Locale.ROOT),
                reports.counts(settings.name(), settings.prefix()),
                states.of(bucket.text()).or(() -> queue.flatMap(states::of)),
                states.seen(bucket.text()),
                reports.problems(settings.name(), settings.prefix(), MOST_PROBLEMS));
    }
}

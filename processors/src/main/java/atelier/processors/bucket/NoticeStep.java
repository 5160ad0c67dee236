package atelier.processors.bucket;

import atelier.processors.bucket.Notices.Named;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.ingest.InboxFile;
import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.Slug;
import atelier.processors.work.FetchQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Notices what is delivered to buckets, by listing them and by events, and leaves it to be fetched. To notice too much is
 * harmless: whoever fetches looks first.
 */
public final class NoticeStep {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeStep.class);
    private static final int LONGEST_KEY = 1024;

    /** What could not be fetched is tried again so much later. */
    private static final Duration REST = Duration.ofHours(1);

    private static final int PAGE = 1000;

    private final int page;
    private final WatchedBuckets buckets;
    private final S3Client client;
    private final Notices notices;
    private final InboxStep inbox;
    private final FetchQueue jobs;
    private final TransactionOperations transactions;
    private final BucketStates states;
    private final EventMessage events = new EventMessage();

    public NoticeStep(
            WatchedBuckets buckets,
            S3Client client,
            Notices notices,
            InboxStep inbox,
            FetchQueue jobs,
            TransactionOperations transactions,
            BucketStates states) {
        this(buckets, client, notices, inbox, jobs, transactions, states, PAGE);
    }

    /** @param page how many objects are listed at a time */
    NoticeStep(
            WatchedBuckets buckets,
            S3Client client,
            Notices notices,
            InboxStep inbox,
            FetchQueue jobs,
            TransactionOperations transactions,
            BucketStates states,
            int page) {
        this.page = page;
        this.buckets = buckets;
        this.client = client;
        this.notices = notices;
        this.inbox = inbox;
        this.jobs = jobs;
        this.transactions = transactions;
        this.states = states;
    }

    /** Lists a bucket. Where that fails, {@link BucketStates} says so, and the next look may succeed. */
    public void look(WatchedBucket bucket) {
        try {
            client
                    .listObjectsV2Paginator(request -> request.bucket(bucket.name())
                            .prefix(bucket.settings().prefix())
                            .maxKeys(page)
                            // Else one key with a control character would make the listing unreadable.
                            .encodingType(EncodingType.URL))
                    .stream()
                    .forEach(listed -> notice(bucket, listed.contents()));
            states.well(bucket.text());
        } catch (SdkException e) {
            BucketException trouble = BucketException.of("Bucket " + bucket.name(), e);
            states.trouble(bucket.text(), trouble.reason(), trouble.getMessage());
        }
    }

    /** Of a page of a listing, what is not known as it is now. */
    private void notice(WatchedBucket bucket, List<S3Object> listed) {
        List<Listed> deliveries = listed.stream()
                .filter(object -> object.size() > 0)
                .flatMap(object ->
                        named(bucket, object.key())
                                .map(named -> new Listed(
                                        named, ObjectVersion.of(object).text()))
                                .stream())
                .toList();
        Map<String, String> known = notices.listed(
                deliveries.stream().map(each -> each.named().place()).toList());
        List<Listed> fresh = deliveries.stream()
                .filter(each -> !each.version().equals(known.get(each.named().place())))
                .toList();
        fresh.forEach(each -> leave(each.named(), Optional.of(each.version())));
        if (!fresh.isEmpty()) {
            jobs.wake();
        }
    }

    private record Listed(Named named, String version) {}

    /**
     * Hears an event. What says nothing of interest is passed over, what cannot be understood is dropped: neither comes again.
     *
     * @param message as the queue had it
     */
    public void hear(String message) {
        try {
            List<Named> deliveries = new ArrayList<>();
            events.read(message)
                    .forEach(each -> buckets.of(each.bucket(), each.key())
                            .flatMap(bucket -> named(bucket, each.key()))
                            .ifPresent(deliveries::add));
            deliveries.forEach(each -> leave(each, Optional.empty()));
            if (!deliveries.isEmpty()) {
                jobs.wake();
            }
        } catch (UnreadableEventException e) {
            LOG.warn("{} It began: {}", e.getMessage(), beginning(message));
        }
    }

    /** Leaves again what fell between two stools, and what failed some time ago. */
    public void sweep() {
        List<Long> left = notices.leftBehind(REST);
        left.forEach(id -> transactions.executeWithoutResult(status -> {
            notices.again(id);
            jobs.fetch(id);
        }));
        if (!left.isEmpty()) {
            jobs.wake();
        }
    }

    private void leave(Named object, Optional<String> listed) {
        transactions.executeWithoutResult(status -> jobs.fetch(notices.notice(object, listed)));
    }

    /** @return nothing for what is not looked at */
    private Optional<Named> named(WatchedBucket bucket, String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            return Optional.empty();
        }
        return bucket.nameOf(key)
                .map(name -> inbox.named(name, Path.of("")))
                .filter(file -> !(file instanceof Ignored))
                .map(file -> new Named(bucket.name(), key, slug(file).map(Slug::value), formatType(file)));
    }

    private static Optional<Slug> slug(InboxFile file) {
        if (file instanceof SourceFile source) {
            return Optional.of(source.slug());
        }
        if (file instanceof OverrideFile override) {
            return Optional.of(override.slug());
        }
        return file instanceof DetailsFile details ? Optional.of(details.slug()) : Optional.empty();
    }

    private static Optional<String> formatType(InboxFile file) {
        if (file instanceof OverrideFile override) {
            return Optional.of(override.rendition());
        }
        return file instanceof SourceFile ? Optional.of(VideoFormat.SOURCE) : Optional.empty();
    }

    private static String beginning(String message) {
        return message.substring(0, Math.min(message.length(), 200)).replaceAll("\\p{Cntrl}", " ");
    }
}

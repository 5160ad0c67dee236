package atelier.processors.bucket;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.ingest.Delivery;
import atelier.processors.ingest.InboxFile;
import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.Rejection;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.work.PostponedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Looks at an object that was noticed, and takes it as a file of the inbox would be taken, if it is not known as it is now. Cut
 * off at any point, it is simply done again: what was recorded is found again, by version or by content.
 */
public final class FetchStep {
    /** How often an object that is replaced all the time is begun anew at once. */
    private static final int ROUNDS = 5;

    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration FOR_THE_ARTWORK = Duration.ofSeconds(15);

    private final WatchedBuckets buckets;
    private final S3Client client;
    private final BucketObjects objects;
    private final Fetcher fetcher;
    private final Settlement settlement;
    private final InboxStep inbox;
    private final Artworks artworks;
    private final ArtworkChanges changes;

    public FetchStep(
            WatchedBuckets buckets,
            S3Client client,
            BucketObjects objects,
            Fetcher fetcher,
            Originals originals,
            InboxStep inbox,
            Artworks artworks,
            ArtworkChanges changes) {
        this.buckets = buckets;
        this.client = client;
        this.objects = objects;
        this.fetcher = fetcher;
        this.settlement = new Settlement(objects, originals);
        this.inbox = inbox;
        this.artworks = artworks;
        this.changes = changes;
    }

    /**
     * Looks at an object until there is nothing more to do with it.
     *
     * @return the artwork that it changed, if it changed one
     * @throws BucketException if the bucket cannot be used now
     * @throws PostponedException if it waits for something
     */
    public Optional<Long> fetch(long id) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<BucketObject> object = objects.find(id);
            if (object.isEmpty()) {
                return Optional.empty();
            }
            try {
                Optional<Long> changed = look(object.get());
                if (objects.settle(object.get()) || changed.isPresent()) {
                    return changed;
                }
            } catch (ObjectChangedException e) {
                // Looked at anew.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RejectedExecutionException(object.get().text() + " is fetched at the next start.", e);
            }
        }
        throw new PostponedException("its object is replaced all the time", LATER);
    }

    /** Says that it could not be fetched, after all tries. What is published stays, and it is tried again some time later. */
    public Optional<Long> giveUp(long id, Throwable cause) {
        Optional<BucketObject> found = objects.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BucketObject object = found.get();
        if (object.afterDue()) {
            objects.afterFailed(id, String.valueOf(cause.getMessage()));
            return Optional.empty();
        }
        objects.failed(id, String.valueOf(cause.getMessage()));
        return failed(
                object,
                object.text() + " could not be fetched: " + cause.getMessage()
                        + " It is tried again in an hour, and when it is put again.");
    }

    private Optional<Long> look(BucketObject object) throws ObjectChangedException, InterruptedException {
        Optional<WatchedBucket> bucket = buckets.of(object.bucket(), object.key());
        if (bucket.isEmpty()) {
            return passedOver(object);
        }
        InboxFile named = named(bucket.get(), object.key());
        if (named instanceof Ignored) {
            return passedOver(object);
        }
        if (named instanceof DetailsFile details
                && artworks.find(details.slug().value()).isEmpty()) {
            throw new PostponedException("the artwork that the details are of", FOR_THE_ARTWORK);
        }
        RemoteObject remote = new RemoteObject(client, object.bucket(), object.key());
        Optional<ObjectVersion> version = remote.look();
        return version.isEmpty() ? gone(object) : deal(new Found(bucket.get(), object, remote, version.get()), named);
    }

    private InboxFile named(WatchedBucket bucket, String key) {
        return inbox.named(bucket.nameOf(key).orElseThrow(), Path.of(""));
    }

    private Optional<Long> deal(Found found, InboxFile named) throws ObjectChangedException, InterruptedException {
        if (found.object().isSettled(found.version())) {
            if (found.object().afterDue()) {
                settlement.finish(found);
            }
            return Optional.empty();
        }
        if (found.version().bytes() == 0) {
            objects.empty(found.id(), found.version().text());
            return Optional.empty();
        }
        if (named instanceof Misnamed misnamed) {
            settlement.refused(found, text(misnamed.rejection()));
            return Optional.empty();
        }
        return take(found);
    }

    private Optional<Long> take(Found found) throws ObjectChangedException, InterruptedException {
        Fetcher.Fetched fetched = fetcher.fetch(found);
        Optional<Delivery> delivery = fetched.delivery();
        if (delivery.isEmpty()) {
            settlement.refused(found, "The details cannot be read. Write them as YAML, one a line: title: A sunset");
        } else if (delivery.get() instanceof Delivery.Refused refused) {
            settlement.refused(
                    found,
                    artworks.find(refused.artworkId())
                            .flatMap(Artwork::error)
                            .orElse("It cannot be used; the library says why."));
        } else {
            settlement.taken(found, fetched.content().hex(), input(delivery.get()));
        }
        return delivery.map(Delivery::artworkId);
    }

    private static OptionalLong input(Delivery delivery) {
        return delivery instanceof Delivery.Accepted accepted
                ? OptionalLong.of(accepted.inputId())
                : OptionalLong.empty();
    }

    /** The settings changed since it was noticed: it is no delivery any more. */
    private Optional<Long> passedOver(BucketObject object) {
        objects.passedOver(object.id());
        return Optional.empty();
    }

    /** Deleted before it was fetched: an artwork of which there is nothing says so. */
    private Optional<Long> gone(BucketObject object) {
        objects.gone(object.id());
        return failed(object, object.text() + " was deleted before it was fetched. Put it again.");
    }

    private Optional<Long> failed(BucketObject object, String error) {
        Optional<Artwork> artwork = objects.slug(object.id())
                .flatMap(artworks::find)
                .filter(each -> each.inputId().isEmpty());
        artwork.ifPresent(each -> {
            artworks.fail(each.id(), error);
            changes.changed(each.id());
        });
        return artwork.map(Artwork::id);
    }

    private static String text(Rejection rejection) {
        return rejection.problem() + " " + rejection.remedy();
    }
}

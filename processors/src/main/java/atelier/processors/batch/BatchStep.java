package atelier.processors.batch;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Batch;
import atelier.processors.catalog.BatchFinding;
import atelier.processors.catalog.Batches;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import atelier.processors.plan.Replanned;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the library true: looks at every artwork, a page at a time, and plans what changed. Cut off, it goes on where it was.
 */
public final class BatchStep {
    private static final Logger LOG = LoggerFactory.getLogger(BatchStep.class);
    private static final int PAGE = 100;

    private final Batches batches;
    private final Artworks artworks;
    private final SourceCheck sources;
    private final DamageCheck damages;
    private final ReplanStep replan;
    private final ArtworkChanges changes;
    private final JobQueue jobs;
    private final TransactionOperations transactions;

    public BatchStep(
            Batches batches,
            Artworks artworks,
            SourceCheck sources,
            DamageCheck damages,
            ReplanStep replan,
            ArtworkChanges changes,
            JobQueue jobs,
            TransactionOperations transactions) {
        this.batches = batches;
        this.artworks = artworks;
        this.sources = sources;
        this.damages = damages;
        this.replan = replan;
        this.changes = changes;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Leaves a batch to be run; one that is still running is not begun twice.
     *
     * @param cause {@code nightly} or {@code called}
     * @param dryRun whether it only reports
     * @return its key
     */
    public long begin(String cause, Urgency urgency, boolean dryRun) {
        Long id = transactions.execute(status -> {
            Optional<Batch> running = dryRun ? Optional.empty() : batches.running();
            long batch = running.map(Batch::id).orElseGet(() -> batches.begin(cause, urgency.text(), dryRun));
            jobs.batch(batch);
            return batch;
        });
        jobs.wake();
        return id == null ? 0 : id;
    }

    /** Runs a batch from where it is to its end. */
    public void run(long batchId) {
        Optional<Batch> batch =
                batches.find(batchId).filter(each -> each.state().equals("running"));
        while (batch.isPresent()) {
            List<Long> next = batches.next(batch.get().reached(), PAGE);
            if (next.isEmpty()) {
                end(batch.get());
                return;
            }
            for (long artwork : next) {
                look(batch.get(), artwork);
            }
            batch = batches.find(batchId);
        }
    }

    /** Says that a batch could not be run to its end. */
    public void giveUp(long batchId, Throwable cause) {
        batches.end(batchId, "failed", Optional.of("The batch could not go on: " + cause.getMessage()));
    }

    private void end(Batch batch) {
        batches.end(batch.id(), "done", Optional.empty());
        LOG.info(
                "Batch {} looked at {} artworks: of {} something is made, {} outputs, {} are there.",
                batch.id(),
                batch.artworks(),
                batch.changed(),
                batch.needed(),
                batch.reused());
    }

    private void look(Batch batch, long artworkId) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Batch " + batch.id() + " was interrupted; it goes on at the next start.");
        }
        Optional<Artwork> artwork = artworks.find(artworkId);
        List<BatchFinding> found = artwork.map(each -> findings(batch, each)).orElse(List.of());
        found.forEach(each -> batches.found(batch.id(), artworkId, each));
        batches.reached(
                batch.id(),
                artworkId,
                found.stream().mapToInt(BatchFinding::needed).sum(),
                found.stream().mapToInt(BatchFinding::reused).sum());
        if (!found.isEmpty() && !batch.dryRun()) {
            changes.changed(artworkId);
        }
    }

    private List<BatchFinding> findings(Batch batch, Artwork artwork) {
        List<BatchFinding> found = new ArrayList<>();
        source(batch, artwork).ifPresent(found::add);
        boolean called = batch.cause().equals("called");
        Optional<BatchFinding> damage = damages.check(artwork, batch.dryRun(), called);
        damage.ifPresent(found::add);
        Replanned replanned = batch.dryRun()
                ? replan.look(artwork.id())
                : replan.replan(artwork.id(), "recipes changed", Urgency.of(batch.urgency()));
        kind(replanned)
                .filter(kind -> damage.isEmpty() || !kind.equals("damaged"))
                .ifPresent(kind -> found.add(new BatchFinding(
                        artwork.slug(),
                        kind,
                        replanned.needed() + " outputs are made, " + replanned.reused() + " are there. "
                                + replanned.reason(),
                        replanned.needed(),
                        replanned.reused())));
        return found;
    }

    private Optional<BatchFinding> source(Batch batch, Artwork artwork) {
        try {
            return sources.check(artwork, batch.dryRun());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Batch " + batch.id() + " was interrupted; it goes on at the next start.", e);
        }
    }

    private static Optional<String> kind(Replanned replanned) {
        return switch (replanned.what()) {
            case UNCHANGED, READING -> Optional.empty();
            case CHANGED -> Optional.of("recipes");
            case LOST -> Optional.of("damaged");
            case RESUMED -> Optional.of("stuck");
        };
    }
}

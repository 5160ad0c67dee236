package atelier.processors.batch;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.GarbageQueries;
import atelier.processors.catalog.GarbageQueries.OldEdition;
import atelier.processors.catalog.GarbageQueries.OldPlan;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.Store;
import atelier.processors.store.Usage;
import java.time.Instant;
import org.springframework.transaction.support.TransactionOperations;

/** Superseded editions with their playlists, and the rows of plans that are replaced. Their figures stay as history. */
public final class GarbageEditions {
    private final GarbageQueries queries;
    private final Artworks artworks;
    private final Store store;
    private final TransactionOperations transactions;

    public GarbageEditions(GarbageQueries queries, Artworks artworks, Store store, TransactionOperations transactions) {
        this.queries = queries;
        this.artworks = artworks;
        this.store = store;
        this.transactions = transactions;
    }

    void collect(Instant before, boolean dryRun, GarbageTally tally) {
        for (OldEdition edition : queries.editions(before)) {
            long bytes = store.usage(folder(edition)).map(Usage::bytes).orElse(0L);
            String what = edition.slug() + " " + edition.number();
            if (dryRun || tally.removes(what, () -> remove(edition, before))) {
                tally.add(new GarbageItem("edition", what, bytes, "superseded before " + before));
            }
        }
        if (!dryRun) {
            queries.plans(before).forEach(plan -> tally.removes("Plan " + plan.id(), () -> remove(plan, before)));
        }
    }

    /** The row goes before the playlists, which without it are a folder that the catalogue does not know. */
    private boolean remove(OldEdition edition, Instant before) {
        Boolean removed = transactions.execute(status -> {
            boolean old = artworks.lock(edition.artworkId()).isPresent()
                    && queries.isOldEdition(edition.id(), edition.artworkId(), before);
            if (old) {
                queries.deleteEdition(edition.id());
            }
            return old;
        });
        boolean gone = Boolean.TRUE.equals(removed);
        if (gone && !queries.isSlugBelow(edition.slug() + "/editions")) {
            store.deleteAll(folder(edition));
        }
        return gone;
    }

    private boolean remove(OldPlan plan, Instant before) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean old = artworks.lock(plan.artworkId()).isPresent()
                    && queries.isOldPlan(plan.id(), plan.artworkId(), before);
            if (old) {
                queries.collectPlan(plan.id());
            }
            return old;
        }));
    }

    private static String folder(OldEdition edition) {
        return MediaAddress.ofArtwork(edition.slug(), "editions/" + edition.number());
    }
}

package atelier.processors.batch;

import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.Artworks;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import atelier.processors.work.Urgency;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has an output made again that somebody asked for and the store has lost. */
public final class HealStep {
    private static final Logger LOG = LoggerFactory.getLogger(HealStep.class);

    private final StoreCheck check;
    private final Artworks artworks;
    private final ReplanStep replan;
    private final ArtworkChanges changes;

    public HealStep(StoreCheck check, Artworks artworks, ReplanStep replan, ArtworkChanges changes) {
        this.check = check;
        this.artworks = artworks;
        this.replan = replan;
        this.changes = changes;
    }

    /**
     * Looks whether an output is damaged, and if so has it made again under the same name; nothing where it is whole, is not made,
     * or is nobody's.
     */
    public Mended heal(String fingerprint) {
        Mended mended = check.mend(fingerprint);
        if (mended == Mended.OUTPUT) {
            List<Long> needing = artworks.needing(fingerprint);
            LOG.warn("Somebody asked for output {}, of which not all is in the store: it is made again.", fingerprint);
            needing.forEach(id -> replan.replan(id, "missing in the store", Urgency.AWAITED));
            needing.forEach(changes::changed);
        }
        return mended;
    }
}

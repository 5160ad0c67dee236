package atelier.processors.plan;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Plans an artwork anew from what is known of its files: after an override came or went, after a change of recipes, or
 * because something is missing in the store. Where nothing changed there is no new plan.
 */
public final class ReplanStep {
    private static final Logger LOG = LoggerFactory.getLogger(ReplanStep.class);

    private final Artworks artworks;
    private final Plans plans;
    private final PlannedChunks planned;
    private final Outputs outputs;
    private final Drafts drafts;
    private final PlanRecords records;
    private final PlanStep step;
    private final TransactionOperations transactions;

    public ReplanStep(
            Artworks artworks,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Drafts drafts,
            PlanRecords records,
            PlanStep step,
            TransactionOperations transactions) {
        this.artworks = artworks;
        this.plans = plans;
        this.planned = planned;
        this.outputs = outputs;
        this.drafts = drafts;
        this.records = records;
        this.step = step;
        this.transactions = transactions;
    }

    /**
     * Plans an artwork whose files have been read to their ends.
     *
     * @param cause why, for people
     * @param background whether it leaves the machine to what people wait for
     * @return how many outputs are missing and will be made; none where its files are still being read
     */
    public Optional<Integer> replan(long artworkId, String cause, boolean background) {
        Optional<Integer> missing = transactions.execute(status -> artworks.lock(artworkId)
                .flatMap(artwork -> drafts.of(artwork)
                        .filter(Draft::whole)
                        .map(draft -> record(artwork, draft, cause, background))));
        step.wake();
        return missing;
    }

    private int record(Artwork artwork, Draft draft, String cause, boolean background) {
        Optional<Plan> current = plans.current(artwork.id()).filter(plan -> isSame(plan, draft));
        int missing = missing(draft);
        if (current.isPresent() && missing == 0) {
            return 0;
        }
        Planning planning = records.begin(artwork.id(), draft.source(), draft.targets(), cause, background);
        int there = 0;
        for (var each : draft.byInput().entrySet()) {
            there += step.record(planning.of(each.getKey()), each.getValue());
        }
        plans.complete(planning.plan().id());
        artworks.wantPublishing(artwork.id());
        LOG.info(
                "{}: plan {} ({}): {} outputs to be made, {} there.",
                artwork.slug(),
                planning.plan().number(),
                cause,
                missing,
                there);
        return missing;
    }

    private boolean isSame(Plan plan, Draft draft) {
        Set<String> before =
                planned.of(plan.id()).stream().map(ReplanStep::place).collect(Collectors.toSet());
        Set<String> now = draft.outputs().stream().map(PlannedOutput::place).collect(Collectors.toSet());
        return plan.complete() && plan.sourceId() == draft.source().input().id() && before.equals(now);
    }

    private static String place(PlannedChunk chunk) {
        return chunk.formatType() + " " + chunk.number() + " " + chunk.fingerprint() + " " + chunk.startTicks();
    }

    private int missing(Draft draft) {
        List<String> wanted = draft.outputs().stream()
                .map(PlannedOutput::fingerprint)
                .distinct()
                .toList();
        return (int) wanted.stream()
                .filter(each -> outputs.find(each).filter(Output::made).isEmpty())
                .count();
    }
}

package atelier.processors.plan;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.plan.Replanned.What;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Urgency;
import java.util.HashSet;
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
    /** Cause of a plan: what the artist tells of the artwork. */
    public static final String DETAILS = "details";

    private static final Logger LOG = LoggerFactory.getLogger(ReplanStep.class);

    private final Artworks artworks;
    private final Plans plans;
    private final PlannedChunks planned;
    private final Outputs outputs;
    private final Drafts drafts;
    private final PlanRecords records;
    private final PlanStep step;
    private final JobQueue jobs;
    private final TransactionOperations transactions;

    public ReplanStep(
            Artworks artworks,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Drafts drafts,
            PlanRecords records,
            PlanStep step,
            JobQueue jobs,
            TransactionOperations transactions) {
        this.artworks = artworks;
        this.plans = plans;
        this.planned = planned;
        this.outputs = outputs;
        this.drafts = drafts;
        this.records = records;
        this.step = step;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Plans an artwork, and leaves jobs for what is to be made.
     *
     * @param cause why it would have another plan, for people
     * @param urgency when the jobs are done
     */
    public Replanned replan(long artworkId, String cause, Urgency urgency) {
        Replanned replanned = transactions.execute(status -> artworks.lock(artworkId)
                .flatMap(artwork -> drafts.of(artwork).map(draft -> act(artwork, draft, cause, urgency)))
                .orElseGet(() -> Replanned.nothing(What.UNCHANGED)));
        step.wake();
        return replanned;
    }

    /** Plans an artwork as it is: what follows a sealed edition has a plan of its own. To be called in a transaction. */
    void again(Artwork artwork, String cause) {
        drafts.of(artwork).filter(Draft::whole).ifPresent(draft -> begin(artwork, draft, cause, Urgency.AWAITED));
    }

    /** Completes a plan that was begun while its source was being read. To be called in a transaction. */
    void complete(long artworkId) {
        Artwork artwork = artworks.lock(artworkId).orElseThrow();
        Draft draft = drafts.of(artwork).orElseThrow();
        Plan current = plans.current(artworkId).orElseThrow();
        if (!current.sphere().equals(draft.sphere())) {
            // The artist told of it while the file was being read.
            begin(artwork, draft, DETAILS, Urgency.AWAITED);
            return;
        }
        records.decide(current, draft.targets());
        records.note(current, draft.notes());
        record(draft, new Planning(current, draft.targets(), Reasons.first()));
        plans.complete(current.id());
        artworks.wantPublishing(artworkId);
    }

    /** What {@link #replan} would do now. */
    public Replanned look(long artworkId) {
        return artworks.find(artworkId)
                .flatMap(artwork -> drafts.of(artwork).map(draft -> judge(artwork, draft)))
                .orElseGet(() -> Replanned.nothing(What.UNCHANGED));
    }

    private Replanned act(Artwork artwork, Draft draft, String cause, Urgency urgency) {
        Replanned judged = judge(artwork, draft);
        switch (judged.what()) {
            case CHANGED -> begin(artwork, draft, cause, urgency);
            case LOST -> begin(artwork, draft, "repair", urgency);
            case RESUMED -> resume(artwork, draft);
            case UNCHANGED -> plans.current(artwork.id()).ifPresent(plan -> records.note(plan, draft.notes()));
            case READING -> LOG.debug("{}: {}", artwork.slug(), judged.what());
        }
        return judged;
    }

    private Replanned judge(Artwork artwork, Draft draft) {
        if (!draft.whole()) {
            return Replanned.nothing(What.READING);
        }
        Optional<List<PlannedChunk>> current = plans.current(artwork.id()).flatMap(plan -> same(plan, draft));
        Set<String> lacking = current.map(this::nobodys).orElseGet(() -> unmade(draft));
        List<PlannedOutput> missing = draft.outputs().stream()
                .filter(each -> lacking.contains(each.fingerprint()))
                .toList();
        int needed = (int)
                missing.stream().map(PlannedOutput::fingerprint).distinct().count();
        String reason = missing.stream().map(PlannedOutput::reason).findFirst().orElse("");
        What what = current.isEmpty()
                ? What.CHANGED
                : needed == 0 ? What.UNCHANGED : artwork.state() == ArtworkState.READY ? What.LOST : What.RESUMED;
        return new Replanned(what, needed, draft.outputs().size() - missing.size(), reason);
    }

    private Set<String> unmade(Draft draft) {
        Set<String> unmade =
                draft.outputs().stream().map(PlannedOutput::fingerprint).collect(Collectors.toCollection(HashSet::new));
        unmade.removeAll(outputs.made(unmade));
        return unmade;
    }

    /** What is wanted, and yet nobody is to make it. What failed is not tried again because a night has passed. */
    private Set<String> nobodys(List<PlannedChunk> plan) {
        return plan.stream()
                .filter(each -> each.state().equals("wanted"))
                .map(PlannedChunk::fingerprint)
                .filter(each -> !jobs.isLeftToEncode(each))
                .collect(Collectors.toSet());
    }

    private void begin(Artwork artwork, Draft draft, String cause, Urgency urgency) {
        Planning planning =
                records.begin(artwork.id(), draft.source(), draft.sphere(), draft.targets(), cause, urgency);
        records.note(planning.plan(), draft.notes());
        record(draft, planning);
        plans.complete(planning.plan().id());
        artworks.wantPublishing(artwork.id());
        LOG.info("{}: plan {} ({}).", artwork.slug(), planning.plan().number(), cause);
    }

    private void resume(Artwork artwork, Draft draft) {
        Plan current = plans.current(artwork.id()).orElseThrow();
        records.note(current, draft.notes());
        record(draft, new Planning(current, draft.targets(), Reasons.first()));
        LOG.warn("{}: outputs of plan {} that nobody was making are made now.", artwork.slug(), current.number());
    }

    private void record(Draft draft, Planning planning) {
        draft.byInput().forEach((delivered, needed) -> step.record(planning.of(delivered), needed));
    }

    /** The rows of a plan, if it is what would be planned now. */
    private Optional<List<PlannedChunk>> same(Plan plan, Draft draft) {
        if (!plan.complete()
                || plan.sourceId() != draft.source().input().id()
                || !plan.sphere().equals(draft.sphere())) {
            return Optional.empty();
        }
        List<PlannedChunk> rows = planned.of(plan.id());
        Set<String> before = rows.stream().map(ReplanStep::place).collect(Collectors.toSet());
        Set<String> now = draft.outputs().stream().map(PlannedOutput::place).collect(Collectors.toSet());
        return Optional.of(rows).filter(same -> before.equals(now));
    }

    private static String place(PlannedChunk chunk) {
        return chunk.formatType() + " " + chunk.number() + " " + chunk.fingerprint() + " " + chunk.startTicks();
    }
}

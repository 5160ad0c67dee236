package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Readiness;
import atelier.processors.conformance.EditionCheck;
import atelier.processors.conformance.SegmentMemory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings an artwork's editions to what is made of it. The artwork's row is locked meanwhile, so that one place at a time
 * publishes; called twice, or by two nodes, it does the same once.
 */
public final class PublishStep {
    private static final int BATCH = 100;

    private final Artworks artworks;
    private final Plans plans;
    private final Editions editions;
    private final ProgressReader progress;
    private final Placement placement;
    private final FormatStates states;
    private final OpenEditions open;
    private final Opening opening;
    private final Sealing sealing;
    private final EditionCheck check;
    private final TransactionOperations transactions;
    private final Clock clock;

    PublishStep(
            Artworks artworks,
            Inputs inputs,
            Plans plans,
            Editions editions,
            ProgressReader progress,
            Placement placement,
            FormatStates states,
            EditionWriter writer,
            EditionCheck check,
            Storyboards storyboards,
            PlayableListener listener,
            TransactionOperations transactions,
            Clock clock) {
        this.artworks = artworks;
        this.plans = plans;
        this.editions = editions;
        this.progress = progress;
        this.placement = placement;
        this.states = states;
        this.open = new OpenEditions(editions, plans, progress, writer);
        this.opening = new Opening(artworks, inputs, editions, open, writer, listener, clock);
        this.sealing = new Sealing(artworks, editions, open, writer, check, storyboards);
        this.check = check;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Artworks whose editions may have to change, some at a time. */
    public List<Long> waiting() {
        return artworks.waitingForPublishing(BATCH);
    }

    /** Publishes what is made of an artwork. */
    public void publish(long artworkId) {
        SegmentMemory segments;
        do {
            segments = plans.current(artworkId).map(this::prepare).orElseGet(check::memory);
        } while (!publishLocked(artworkId, segments));
    }

    /** All that takes long, and needs no lock. */
    private SegmentMemory prepare(Plan plan) {
        placement.complete(plan.id());
        List<RenditionProgress> all = progress.of(plan);
        states.complete(plan, all);
        return sealing.readAhead(plan, all);
    }

    /** False where the last output came after the renditions' files were hashed: that goes before the seal, without the lock. */
    private boolean publishLocked(long artworkId, SegmentMemory segments) {
        return transactions.execute(status -> artworks.lock(artworkId)
                .map(artwork -> {
                    boolean done = plans.current(artworkId)
                            .map(plan -> act(artwork, plan, segments))
                            .orElse(true);
                    if (done) {
                        artworks.published(artworkId);
                    }
                    return done;
                })
                .orElse(true));
    }

    private boolean act(Artwork artwork, Plan plan, SegmentMemory segments) {
        List<RenditionProgress> all = progress.of(plan);
        states.update(all, Readiness.segments(artwork.durationMillis()));
        List<RenditionProgress> timed =
                all.stream().filter(each -> each.kind() != Kind.POSTER).toList();
        Optional<Edition> newest = editions.current(artwork.id());
        Optional<Edition> current = newest.filter(edition -> edition.planId() == plan.id());
        EditionDecision decision = EditionDecision.of(
                current,
                timed,
                plan.complete(),
                watchedSeconds(plan),
                newest.filter(each -> isAsGood(each, plan)).isPresent());
        if (decision instanceof EditionDecision.Seal && !states.hashed(timed)) {
            return false;
        }
        if (decision instanceof EditionDecision.Grow grow) {
            open.grow(artwork, grow.edition(), timed, false);
        } else if (decision instanceof EditionDecision.Begin begin) {
            opening.begin(artwork, plan, named(timed, begin.renditions()));
        } else if (decision instanceof EditionDecision.Seal seal) {
            seal(artwork, plan, current, timed, named(timed, seal.renditions()), segments);
        } else {
            failWithoutVideo(artwork, plan, timed);
        }
        return true;
    }

    /** Whether viewers lose nothing by staying where they are until the plan's edition is sealed: it shows the same film. */
    private boolean isAsGood(Edition edition, Plan plan) {
        return edition.state().equals("sealed")
                && edition.planId() != plan.id()
                && plans.find(edition.planId())
                        .filter(before -> before.sourceId() == plan.sourceId())
                        .isPresent();
    }

    private double watchedSeconds(Plan plan) {
        return editions.firstOf(plan.id())
                .map(first -> (clock.millis() - first.createdMillis()) / 1000.0)
                .orElse(0.0);
    }

    private void seal(
            Artwork artwork,
            Plan plan,
            Optional<Edition> current,
            List<RenditionProgress> all,
            List<RenditionProgress> renditions,
            SegmentMemory segments) {
        Optional<String> error =
                all.stream().flatMap(each -> each.error().stream()).findFirst();
        if (sealing.seal(artwork, plan, renditions, error, segments)) {
            opening.firstPlayable(artwork, plan);
        }
        // A growing edition has come to its end in any case: those who watch it wait for no more.
        current.ifPresent(edition -> open.grow(artwork, edition, all, true));
        open.endOthers(artwork, plan);
    }

    private void failWithoutVideo(Artwork artwork, Plan plan, List<RenditionProgress> timed) {
        List<RenditionProgress> videos =
                timed.stream().filter(RenditionProgress::isVariant).toList();
        if (!videos.isEmpty() && videos.stream().allMatch(RenditionProgress::failed)) {
            artworks.transition(
                    artwork.id(),
                    plan.sourceId(),
                    List.of(ArtworkState.INGESTING, ArtworkState.ENCODING),
                    ArtworkState.FAILED,
                    videos.get(0).error());
        }
    }

    private static List<RenditionProgress> named(List<RenditionProgress> renditions, List<String> names) {
        return renditions.stream().filter(each -> names.contains(each.name())).toList();
    }
}

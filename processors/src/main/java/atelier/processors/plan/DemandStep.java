package atelier.processors.plan;

import atelier.config.OnDemandSettings;
import atelier.config.Recipe;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Demands;
import atelier.processors.catalog.Demands.Demand;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.node.Encoders;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Priority;
import atelier.processors.work.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renditions that are made when somebody asks for them. One that was asked for belongs to its artwork's plan like any other, so an edition with it
 * follows the one without; one that nobody asks for any more leaves it in the same way, and what it consists of is collected when the edition that
 * had it is.
 */
public final class DemandStep {
    private static final Logger LOG = LoggerFactory.getLogger(DemandStep.class);

    private final Ladder ladder;
    private final Artworks artworks;
    private final PlannedChunks planned;
    private final Demands demands;
    private final ReplanStep replan;
    private final JobQueue jobs;
    private final OnDemandSettings settings;

    public DemandStep(
            Ladder ladder,
            Artworks artworks,
            PlannedChunks planned,
            Demands demands,
            ReplanStep replan,
            JobQueue jobs,
            OnDemandSettings settings) {
        this.ladder = ladder;
        this.artworks = artworks;
        this.planned = planned;
        this.demands = demands;
        this.replan = replan;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * Somebody asks for a rendition. Asked again, it does the same once.
     *
     * @return whether it is, or will be, part of the artwork's plan
     */
    public boolean ask(String slug, String rendition) {
        return ladder.find(rendition)
                .filter(ladder.onDemand()::contains)
                .flatMap(found -> artworks.find(slug))
                .map(artwork -> ask(artwork, rendition))
                .orElse(false);
    }

    private boolean ask(Artwork artwork, String rendition) {
        Demand demand = new Demand(artwork.id(), rendition);
        boolean known = !demands.ask(demand);
        if (known && !chunks(artwork.id(), rendition).isEmpty()) {
            return true;
        }
        Replanned replanned = replan.replan(artwork.id(), rendition + " was asked for", Urgency.BACKGROUND);
        List<PlannedChunk> chunks = chunks(artwork.id(), rendition);
        raise(artwork, rendition, chunks);
        boolean comes = !chunks.isEmpty() || replanned.what() == Replanned.What.READING;
        if (!comes) {
            // The source is too small for it, say.
            demands.drop(demand);
        }
        return comes;
    }

    private List<PlannedChunk> chunks(long artworkId, String rendition) {
        OptionalLong plan = artworks.find(artworkId).orElseThrow().planId();
        return plan.isEmpty()
                ? List.of()
                : planned.of(plan.getAsLong()).stream()
                        .filter(each -> each.formatType().equals(rendition))
                        .toList();
    }

    /** The more it is asked for, the sooner. */
    private void raise(Artwork artwork, String rendition, List<PlannedChunk> chunks) {
        Recipe recipe = ladder.find(rendition).map(Rendition::recipe).orElseThrow();
        double score = demands.score(artwork.id());
        chunks.stream()
                .filter(each -> each.state().equals("wanted"))
                .forEach(each ->
                        jobs.encode(each.fingerprint(), Priority.onDemand(each.number(), score), Encoders.of(recipe)));
        jobs.wake();
    }

    /** Before the nightly batch: what many ask for is made before they ask for this. */
    public void ahead() {
        List<String> names = ladder.onDemand().stream().map(Rendition::name).toList();
        if (names.isEmpty()) {
            return;
        }
        for (long artwork : demands.popular(settings.popular())) {
            names.stream()
                    .filter(name -> demands.ask(new Demand(artwork, name)))
                    .forEach(name -> LOG.info("{} of artwork {} is made by night: many watch it.", name, artwork));
        }
    }

    /** Before the garbage is collected: lets go of what nobody asks for any more. */
    public void forget() {
        for (Demand each : demands.unpopular(settings.keep(), settings.popular())) {
            demands.drop(each);
            Optional<Artwork> artwork = artworks.find(each.artworkId());
            artwork.ifPresent(it -> {
                replan.replan(it.id(), "nobody asks for " + each.formatType() + " any more", Urgency.BACKGROUND);
                LOG.info(
                        "{}: nobody asks for {} any more; it is made again when somebody does.",
                        it.slug(),
                        each.formatType());
            });
        }
    }
}

package atelier.processors.publish;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Plan;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins editions that grow, and tells when an artwork can be played for the first time. To be called with the artwork's row locked. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Artworks artworks;
    private final Inputs inputs;
    private final Editions editions;
    private final OpenEditions open;
    private final EditionWriter writer;
    private final PlayableListener listener;
    private final Clock clock;

    Opening(
            Artworks artworks,
            Inputs inputs,
            Editions editions,
            OpenEditions open,
            EditionWriter writer,
            PlayableListener listener,
            Clock clock) {
        this.artworks = artworks;
        this.inputs = inputs;
        this.editions = editions;
        this.open = open;
        this.writer = writer;
        this.listener = listener;
        this.clock = clock;
    }

    /** Begins an edition with these renditions, which follows the one before. */
    void begin(Artwork artwork, Plan plan, List<RenditionProgress> renditions) {
        List<String> names = renditions.stream().map(RenditionProgress::name).toList();
        editions.current(artwork.id())
                .filter(edition -> edition.planId() == plan.id())
                .ifPresent(edition -> editions.state(edition.id(), "followed"));
        open.endOthers(artwork, plan);
        Edition edition = editions.begin(artwork.id(), plan.id(), "growing", names);
        open.grow(artwork, edition, renditions, false);
        writer.multivariant(artwork.slug(), edition.number(), renditions);
        writer.point(artwork.slug(), edition.number(), renditions);
        firstPlayable(artwork, plan);
        LOG.info("{}: edition {} grows, with {}.", artwork.slug(), edition.number(), names);
    }

    /** Says how long it took since the source was delivered, where the artwork could not be played before. */
    void firstPlayable(Artwork artwork, Plan plan) {
        if (artworks.firstPlayable(artwork.id())) {
            Input source = inputs.find(plan.sourceId()).orElseThrow();
            listener.playable(artwork, clock.millis() - source.createdMillis());
        }
    }
}

package atelier.processors.publish;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Plan;
import atelier.processors.conformance.EditionCheck;
import atelier.processors.conformance.EditionRefusedException;
import atelier.processors.conformance.SegmentMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals editions: writes all of one, checks it as it lies in the store, and only then makes it current. To be called with the
 * artwork's row locked.
 */
final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Artworks artworks;
    private final Editions editions;
    private final OpenEditions open;
    private final EditionWriter writer;
    private final EditionCheck check;
    private final Storyboards storyboards;

    Sealing(
            Artworks artworks,
            Editions editions,
            OpenEditions open,
            EditionWriter writer,
            EditionCheck check,
            Storyboards storyboards) {
        this.artworks = artworks;
        this.editions = editions;
        this.open = open;
        this.writer = writer;
        this.check = check;
        this.storyboards = storyboards;
    }

    /**
     * Seals an edition.
     *
     * @param renditions that it has; all that are made
     * @param error why others could not be made
     * @param segments what was read of its segments before
     * @return whether it is current now; else the artwork says why not, and what was current before stays
     */
    boolean seal(
            Artwork artwork,
            Plan plan,
            List<RenditionProgress> renditions,
            Optional<String> error,
            SegmentMemory segments) {
        List<String> names = renditions.stream().map(RenditionProgress::name).toList();
        Edition sealed = editions.begin(artwork.id(), plan.id(), "sealed", names);
        renditions.forEach(each -> open.list(sealed, each));
        Map<String, SegmentHeads> heads = writer.seal(artwork.slug(), sealed.number(), renditions, segments);
        try {
            for (Form form : Form.of(renditions)) {
                check.require(MediaAddress.ofEdition(artwork.slug(), sealed.number(), form.file()), segments)
                        .findings()
                        .forEach(each -> LOG.warn("{}: published nevertheless: {}", artwork.slug(), each.text()));
            }
        } catch (EditionRefusedException e) {
            refuse(artwork, plan, sealed, e);
            return false;
        }
        storyboards.write(artwork.slug(), sealed.number(), renditions);
        writer.point(artwork.slug(), sealed.number(), renditions, heads);
        artworks.transition(
                artwork.id(),
                plan.sourceId(),
                List.of(ArtworkState.INGESTING, ArtworkState.ENCODING, ArtworkState.FAILED),
                ArtworkState.READY,
                error);
        LOG.info("{}: edition {} is sealed, with {}.", artwork.slug(), sealed.number(), names);
        return true;
    }

    /** Reads what sealing will ask of the segments, without a lock held; nothing where that is not next. */
    SegmentMemory readAhead(Plan plan, List<RenditionProgress> renditions) {
        SegmentMemory segments = check.memory();
        boolean sealed = editions.current(plan.artworkId())
                .filter(each -> each.planId() == plan.id() && each.state().equals("sealed"))
                .isPresent();
        if (plan.complete() && !sealed && renditions.stream().allMatch(RenditionProgress::settled)) {
            writer.readAhead(
                    renditions.stream()
                            .filter(each -> each.isTimed() && !each.failed())
                            .toList(),
                    segments);
        }
        return segments;
    }

    /** What was current before is still played. */
    private void refuse(Artwork artwork, Plan plan, Edition refused, EditionRefusedException why) {
        writer.remove(artwork.slug(), refused.number());
        editions.withdraw(refused.id());
        artworks.transition(
                artwork.id(),
                plan.sourceId(),
                List.of(ArtworkState.values()),
                ArtworkState.FAILED,
                Optional.of(why.getMessage()));
        LOG.warn("{}: {}", artwork.slug(), why.getMessage());
        why.findings().forEach(each -> LOG.warn("{}: {}", artwork.slug(), each.text()));
    }
}

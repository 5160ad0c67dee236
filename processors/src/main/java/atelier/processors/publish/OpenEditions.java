package atelier.processors.publish;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.EditionSegment;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.hls.PlaylistType;
import java.util.List;

/** The editions that players may have open while they grow. To be called with the artwork's row locked. */
final class OpenEditions {
    private final Editions editions;
    private final Plans plans;
    private final ProgressReader progress;
    private final EditionWriter writer;

    OpenEditions(Editions editions, Plans plans, ProgressReader progress, EditionWriter writer) {
        this.editions = editions;
        this.plans = plans;
        this.progress = progress;
        this.writer = writer;
    }

    /** Editions of earlier plans that were still growing grow no more: players are told so. */
    void endOthers(Artwork artwork, Plan plan) {
        editions.growing(artwork.id()).stream()
                .filter(open -> open.planId() != plan.id())
                .forEach(open -> grow(
                        artwork, open, progress.of(plans.find(open.planId()).orElseThrow()), true));
    }

    /** Lists what is new in every edition of the plan that players may still have open. */
    void grow(Artwork artwork, Edition edition, List<RenditionProgress> renditions, boolean ended) {
        List<Edition> growing = editions.growing(artwork.id()).stream()
                .filter(open -> open.planId() == edition.planId())
                .toList();
        for (Edition open : growing) {
            renditions.stream()
                    .filter(each -> open.renditions().contains(each.name()))
                    .filter(each -> !each.ready().isEmpty())
                    .forEach(each -> {
                        list(open, each);
                        writer.media(artwork.slug(), open.number(), each, PlaylistType.EVENT, ended);
                    });
            if (ended) {
                editions.state(open.id(), "ended");
            }
        }
    }

    /** Lists what is new of a rendition; what was listed stays. */
    void list(Edition edition, RenditionProgress rendition) {
        int listed = editions.listed(edition.id(), rendition.name());
        for (int position = listed; position < rendition.ready().size(); position++) {
            ReadySegment ready = rendition.ready().get(position);
            editions.list(
                    edition.id(),
                    new EditionSegment(
                            rendition.name(), position, ready.fingerprint(), ready.startTicks(), ready.number()));
        }
    }
}

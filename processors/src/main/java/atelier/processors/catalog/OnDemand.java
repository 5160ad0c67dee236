package atelier.processors.catalog;

import atelier.processors.catalog.ArtworkView.Reachable;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Made;
import atelier.processors.ladder.Rendition;
import atelier.processors.spherical.Projection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which renditions would be made of an artwork if somebody asked for them. */
public final class OnDemand {
    private final Ladder ladder;
    private final VideoFormats formats;
    private final Plans plans;

    public OnDemand(Ladder ladder, VideoFormats formats, Plans plans) {
        this.ladder = ladder;
        this.formats = formats;
        this.plans = plans;
    }

    /** What viewers of an edition can ask for beside it, and where; nothing beside one that grows and is followed already. */
    public Optional<Reachable> of(Artwork artwork, Edition edition) {
        boolean sealed = edition.state().equals("sealed");
        boolean own = artwork.planId().equals(OptionalLong.of(edition.planId()));
        if (ladder.onDemand().isEmpty() || !(sealed || own)) {
            return Optional.empty();
        }
        List<String> there = sealed
                ? edition.renditions()
                : plans.renditions(edition.planId()).stream()
                        .map(PlanRendition::formatType)
                        .toList();
        Plan plan = plans.find(edition.planId()).orElseThrow();
        List<String> names = of(artwork, plan.sourceId(), there).stream()
                .map(made -> made.rendition().name())
                .toList();
        return Optional.of(new Reachable(
                        names, MediaAddress.path(MediaAddress.whole(artwork.slug(), plan.number(), "master.m3u8"))))
                .filter(found -> !names.isEmpty());
    }

    /**
     * Those that could be made, the lowest first: none that could not be made before, and none of the size of another.
     *
     * @param source the input that viewers see
     * @param there names of those that there are
     */
    public List<Made> of(Artwork artwork, long source, Collection<String> there) {
        List<String> names = ladder.onDemand().stream()
                .map(Rendition::name)
                .filter(name -> !there.contains(name))
                .toList();
        boolean seen = artwork.inputId().equals(OptionalLong.of(source)) && artwork.width() > 0;
        return names.isEmpty() || !seen ? List.of() : of(artwork, names);
    }

    private List<Made> of(Artwork artwork, List<String> names) {
        List<VideoFormat> rows = formats.of(artwork.id());
        Map<String, FrameSize> delivered = new HashMap<>();
        rows.stream()
                .filter(row -> row.origin().equals("override") && row.width() > 0)
                .forEach(row -> delivered.put(row.formatType(), new FrameSize(row.width(), row.height())));
        delivered.keySet().retainAll(ladder.names());
        delivered.put(Ladder.SOURCE, new FrameSize(artwork.width(), artwork.height()));
        Set<String> none = rows.stream()
                .filter(row -> row.state().equals("failed"))
                .map(VideoFormat::formatType)
                .collect(Collectors.toCollection(HashSet::new));
        boolean sphere = !artwork.projection().equals(Projection.FLAT.text());
        none.addAll(leftOut(artwork));
        return ladder.resolve(delivered, false, Set.copyOf(names), sphere).stream()
                .filter(made -> made.rendition().isVideo()
                        && names.contains(made.rendition().name())
                        && !none.contains(made.rendition().name()))
                .toList();
    }

    /** What the artwork's plan would not make if somebody asked for it. */
    private List<String> leftOut(Artwork artwork) {
        return artwork.planId().stream()
                .mapToObj(plans::notes)
                .flatMap(List::stream)
                .filter(PlanNote::leftOut)
                .map(PlanNote::formatType)
                .toList();
    }
}

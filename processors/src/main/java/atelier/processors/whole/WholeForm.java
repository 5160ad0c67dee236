package atelier.processors.whole;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.TimelineChunk;
import atelier.processors.catalog.Timelines;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.hls.End;
import atelier.processors.hls.Listed;
import atelier.processors.hls.TextPlaylist;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Index;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.Rendition;
import atelier.processors.tracks.TrackLabel;
import atelier.processors.tracks.TrackLabels;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole form of an edition: playlists that list all segments of a plan as soon as they are known, whether they are made or not. It lists
 * the same segments as the sealed edition will.
 */
public final class WholeForm {
    private final Artworks artworks;
    private final Plans plans;
    private final VideoFormats formats;
    private final OnDemand onDemand;
    private final Timelines timelines;
    private final WholeTimeline timeline;
    private final Inputs inputs;
    private final TrackLabels labels;
    private final Json json;

    /** @param segment longest segment */
    public WholeForm(
            Artworks artworks,
            Plans plans,
            VideoFormats formats,
            OnDemand onDemand,
            Timelines timelines,
            Outputs outputs,
            Inputs inputs,
            Json json,
            Duration segment) {
        this.artworks = artworks;
        this.plans = plans;
        this.formats = formats;
        this.onDemand = onDemand;
        this.timelines = timelines;
        this.timeline = new WholeTimeline(outputs, segment);
        this.inputs = inputs;
        this.labels = new TrackLabels(inputs, json);
        this.json = json;
    }

    /**
     * The multivariant playlist of an artwork's plan, and of what could be made beside it on demand; none where there is no such plan,
     * or nothing is known of it.
     */
    public Optional<String> master(String slug, int plan) {
        return find(slug, plan)
                .map(found -> Stream.concat(planned(found).stream(), offered(slug, found).stream())
                        .filter(each -> !FlatView.isMade(each.recipe(), found.sphere()))
                        .sorted(Comparator.comparing(each -> (long) each.width() * each.height()))
                        .toList())
                .filter(all -> all.stream().anyMatch(each -> each.recipe().kind() == Kind.VIDEO))
                .map(WholeMaster::text);
    }

    /** The playlist of one of its renditions, which may list nothing yet; also of one that was asked for since. */
    public Optional<Listed> media(String slug, int plan, String rendition) {
        return find(slug, plan)
                .flatMap(found -> Stream.of(found, latest(found))
                        .flatMap(each -> plans.renditions(each.id()).stream()
                                .filter(made -> made.formatType().equals(rendition)
                                        && recipe(made).kind() != Kind.POSTER)
                                .map(made -> listed(slug, each, made)))
                        .findFirst());
    }

    /** The plan that follows one of the same film. */
    private Plan latest(Plan plan) {
        return plans.current(plan.artworkId())
                .filter(current -> current.sourceId() == plan.sourceId())
                .orElse(plan);
    }

    private Listed listed(String slug, Plan plan, PlanRendition made) {
        Timelines.Listing listing = timelines.listing(plan.id(), made.formatType());
        List<TimelineChunk> chunks = listing.chunks();
        String root = MediaAddress.rootFromWhole(slug);
        return recipe(made).kind() == Kind.TEXT && !chunks.isEmpty()
                ? new TextPlaylist(
                        root + MediaAddress.text(chunks.get(0).fingerprint()),
                        chunks.get(0).durationMillis())
                : timeline.of(chunks, recipe(made), root, end(plan, listing));
    }

    private static End end(Plan plan, Timelines.Listing listing) {
        if (plan.complete()) {
            return End.FINAL;
        }
        return listing.toItsEnd() ? End.FORESEEN : End.OPEN;
    }

    /** What is stored of each of its video renditions, and of those that were asked for since. */
    public Optional<Map<String, List<Timelines.Stretch>>> stored(String slug, int plan) {
        return find(slug, plan).map(found -> {
            Map<String, List<Timelines.Stretch>> stored =
                    new HashMap<>(timelines.stored(latest(found).id()));
            stored.putAll(timelines.stored(found.id()));
            return stored;
        });
    }

    private Optional<Plan> find(String slug, int plan) {
        return artworks.find(slug).flatMap(artwork -> plans.find(artwork.id(), plan));
    }

    private List<WholeMaster.Planned> planned(Plan plan) {
        Map<String, VideoFormat> rows =
                formats.of(plan.artworkId()).stream().collect(Collectors.toMap(VideoFormat::formatType, each -> each));
        List<PlanRendition> renditions = plans.renditions(plan.id());
        Map<String, TrackLabel> called = labels.of(
                plan,
                renditions.stream()
                        .map(each -> new Rendition(each.formatType(), recipe(each)))
                        .toList());
        return first(plan, renditions).stream()
                .flatMap(span -> renditions.stream()
                        .filter(each -> recipe(each).kind() != Kind.POSTER)
                        .map(each -> planned(plan, each, rows.get(each.formatType()), span.rate(), called)))
                .toList();
    }

    /** As long as there is none of it, what the recipe will make is declared. */
    private List<WholeMaster.Planned> offered(String slug, Plan plan) {
        List<PlanRendition> renditions = plans.renditions(plan.id());
        List<String> there = renditions.stream().map(PlanRendition::formatType).toList();
        Plan latest = latest(plan);
        return first(plan, renditions).stream()
                .flatMap(span -> onDemand.of(artworks.find(slug).orElseThrow(), plan.sourceId(), there).stream()
                        .map(made -> new WholeMaster.Planned(
                                made.rendition().name(),
                                made.rendition().recipe(),
                                made.size().width(),
                                made.size().height(),
                                span.rate(),
                                timelines.info(latest.id(), made.rendition().name()),
                                Optional.empty(),
                                Optional.empty())))
                .toList();
    }

    private Optional<ChunkSpan> first(Plan plan, List<PlanRendition> renditions) {
        return renditions.stream()
                .flatMap(each -> timelines.chunks(plan.id(), each.formatType()).stream())
                .flatMap(chunk -> chunk.span().stream())
                .findFirst();
    }

    private WholeMaster.Planned planned(
            Plan plan, PlanRendition made, VideoFormat row, double frameRate, Map<String, TrackLabel> called) {
        return new WholeMaster.Planned(
                made.formatType(),
                recipe(made),
                row.width(),
                row.height(),
                frameRate,
                timelines.info(plan.id(), made.formatType()),
                coded(made),
                Optional.ofNullable(called.get(made.formatType())));
    }

    /** Whether a file is cut as it is, is known when it is read: until then what would be encoded is declared, whose profile includes those that are cut. */
    private Optional<String> coded(PlanRendition made) {
        return made.copied().isPresent()
                ? inputs.timeline(made.inputId())
                        .map(text -> json.read(text, Index.class))
                        .flatMap(Index::codec)
                : Optional.empty();
    }

    private Recipe recipe(PlanRendition rendition) {
        return json.read(rendition.recipe(), Recipe.class);
    }
}

package atelier.processors.whole;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.TimelineChunk;
import atelier.processors.catalog.Timelines;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.hls.Listed;
import atelier.processors.hls.TextPlaylist;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.Rendition;
import atelier.processors.tracks.TrackLabel;
import atelier.processors.tracks.TrackLabels;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The whole form of an edition: playlists that list all segments of a plan as soon as they are known, whether they are made or not. It lists
 * the same segments as the sealed edition will.
 */
public final class WholeForm {
    private final Artworks artworks;
    private final Plans plans;
    private final VideoFormats formats;
    private final Timelines timelines;
    private final WholeTimeline timeline;
    private final TrackLabels labels;
    private final Json json;

    /** @param segment longest segment */
    public WholeForm(
            Artworks artworks,
            Plans plans,
            VideoFormats formats,
            Timelines timelines,
            Outputs outputs,
            TrackLabels labels,
            Json json,
            Duration segment) {
        this.artworks = artworks;
        this.plans = plans;
        this.formats = formats;
        this.timelines = timelines;
        this.timeline = new WholeTimeline(outputs, segment);
        this.labels = labels;
        this.json = json;
    }

    /** The multivariant playlist of an artwork's plan; none where there is no such plan, or nothing is known of it. */
    public Optional<String> master(String slug, int plan) {
        return find(slug, plan)
                .map(this::planned)
                .filter(all -> all.stream().anyMatch(each -> each.recipe().kind() == Kind.VIDEO))
                .map(WholeMaster::text);
    }

    /** The playlist of one of its renditions, which may list nothing yet. */
    public Optional<Listed> media(String slug, int plan, String rendition) {
        return find(slug, plan)
                .flatMap(found -> plans.renditions(found.id()).stream()
                        .filter(each -> each.formatType().equals(rendition)
                                && recipe(each).kind() != Kind.POSTER)
                        .findFirst()
                        .map(each -> listed(slug, found, each)));
    }

    private Listed listed(String slug, Plan plan, PlanRendition made) {
        List<TimelineChunk> chunks = timelines.chunks(plan.id(), made.formatType());
        String root = MediaAddress.rootFromWhole(slug);
        return recipe(made).kind() == Kind.TEXT && !chunks.isEmpty()
                ? new TextPlaylist(
                        root + MediaAddress.text(chunks.get(0).fingerprint()),
                        chunks.get(0).durationMillis())
                : timeline.of(chunks, recipe(made), root, plan.complete());
    }

    /** What is stored of each of its video renditions. */
    public Optional<Map<String, List<Timelines.Stretch>>> stored(String slug, int plan) {
        return find(slug, plan).map(found -> timelines.stored(found.id()));
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
        Optional<ChunkSpan> first = renditions.stream()
                .flatMap(each -> timelines.chunks(plan.id(), each.formatType()).stream())
                .flatMap(chunk -> chunk.span().stream())
                .findFirst();
        return first.stream()
                .flatMap(span -> renditions.stream()
                        .filter(each -> recipe(each).kind() != Kind.POSTER)
                        .map(each -> planned(plan, each, rows.get(each.formatType()), frameRate(span), called))
                        .sorted(Comparator.comparing(each -> (long) each.width() * each.height())))
                .toList();
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
                Optional.ofNullable(called.get(made.formatType())));
    }

    private static double frameRate(ChunkSpan span) {
        return span.nominalTicks() > 0
                ? (double) span.timescale() / span.nominalTicks()
                : span.frames() / span.seconds();
    }

    private Recipe recipe(PlanRendition rendition) {
        return json.read(rendition.recipe(), Recipe.class);
    }
}

package atelier.processors.publish;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.PlannedSegment;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.spherical.Sphere;
import atelier.processors.tracks.TrackLabel;
import atelier.processors.tracks.TrackLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads how far the renditions of a plan are. */
final class ProgressReader {
    private final VideoFormats formats;
    private final Plans plans;
    private final PlannedChunks planned;
    private final Outputs outputs;
    private final Ladder ladder;
    private final TrackLabels labels;
    private final Json json;

    ProgressReader(
            VideoFormats formats,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Ladder ladder,
            TrackLabels labels,
            Json json) {
        this.formats = formats;
        this.plans = plans;
        this.planned = planned;
        this.outputs = outputs;
        this.ladder = ladder;
        this.labels = labels;
        this.json = json;
    }

    /** All renditions of the plan, the lowest video first, then sound and posters. */
    List<RenditionProgress> of(Plan plan) {
        Map<String, List<PlannedSegment>> segments =
                planned.segments(plan.id()).stream().collect(Collectors.groupingBy(PlannedSegment::formatType));
        Map<String, VideoFormat> rows = formats.of(plan.artworkId()).stream()
                .collect(Collectors.toMap(VideoFormat::formatType, Function.identity()));
        Map<String, PlanRendition> made = plans.renditions(plan.id()).stream()
                .filter(each -> rows.containsKey(each.formatType()))
                .collect(Collectors.toMap(PlanRendition::formatType, Function.identity()));
        List<Rendition> renditions = ladder.inOrder(made.keySet());
        Map<String, TrackLabel> called = labels.of(plan, renditions);
        return renditions.stream()
                .map(rendition -> progress(
                        made.get(rendition.name()),
                        rendition,
                        rows.get(rendition.name()),
                        segments.getOrDefault(rendition.name(), List.of()),
                        plan.sphere(),
                        called))
                .sorted(Comparator.comparing(RenditionProgress::kind))
                .toList();
    }

    private RenditionProgress progress(
            PlanRendition made,
            Rendition rendition,
            VideoFormat row,
            List<PlannedSegment> planned,
            Sphere sphere,
            Map<String, TrackLabel> called) {
        Kind kind = rendition.recipe().kind();
        List<ReadySegment> ready = ready(planned);
        long there = planned.stream()
                .filter(each -> each.state().equals("made"))
                .map(PlannedSegment::chunk)
                .distinct()
                .count();
        long wanted = wanted(kind, made, planned);
        Optional<String> error = planned.stream()
                .filter(each -> each.state().equals("failed"))
                .findFirst()
                .flatMap(PlannedSegment::error);
        Optional<StreamInfo> info = ready.isEmpty()
                ? Optional.empty()
                : outputs.find(ready.get(0).fingerprint()).flatMap(Output::init);
        boolean timed = kind == Kind.VIDEO || kind == Kind.AUDIO;
        boolean flatView = kind == Kind.VIDEO && isFlatView(made, sphere);
        boolean all = !timed || planned.stream().allMatch(PlannedSegment::placed);
        boolean complete = there == wanted && all;
        return new RenditionProgress(
                row,
                kind,
                info.isPresent() ? ready : List.of(),
                complete,
                error,
                info,
                planned.stream()
                        .findFirst()
                        .filter(each -> complete && kind == Kind.TEXT)
                        .map(each -> new RenditionProgress.Text(each.fingerprint(), each.durationMillis())),
                kind == Kind.VIDEO && !flatView ? sphere.published() : Sphere.PLAIN,
                flatView,
                Optional.ofNullable(called.get(rendition.name())));
    }

    /** By the recipe of the plan: that of an earlier one may have made a small sphere. */
    private boolean isFlatView(PlanRendition made, Sphere sphere) {
        return sphere.isRound() && FlatView.isMade(json.read(made.recipe(), Recipe.class), sphere);
    }

    /** How many outputs it has; of what is still being read, nobody knows. */
    private static long wanted(Kind kind, PlanRendition made, List<PlannedSegment> planned) {
        return switch (kind) {
            case VIDEO -> made.chunkCount().orElse(Integer.MAX_VALUE);
            case AUDIO ->
                made.chunkCount().isPresent()
                        ? Math.max(
                                1,
                                planned.stream()
                                        .map(PlannedSegment::chunk)
                                        .distinct()
                                        .count())
                        : Integer.MAX_VALUE;
            case TEXT, POSTER -> 1;
        };
    }

    /** The segments from the beginning up to the first output that is not all there, or not known: some are planned out of their order. */
    private static List<ReadySegment> ready(List<PlannedSegment> planned) {
        List<ReadySegment> ready = new ArrayList<>();
        int next = 0;
        for (PlannedSegment each : planned) {
            if (each.segment().isEmpty() || !each.placed() || each.chunk() > next) {
                break;
            }
            next = each.chunk() + 1;
            ready.add(new ReadySegment(
                    each.fingerprint(),
                    each.startTicks(),
                    each.segment().get().number(),
                    each.segment().get().durationTicks(),
                    each.segment().get().bytes()));
        }
        return ready;
    }
}

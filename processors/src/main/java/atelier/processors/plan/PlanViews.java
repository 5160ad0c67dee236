package atelier.processors.plan;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.Plans;
import atelier.processors.plan.PlanView.Job;
import atelier.processors.probe.MediaInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans again by the present recipes, recording and running nothing. */
public final class PlanViews {
    private final Artworks artworks;
    private final Inputs inputs;
    private final Chunks chunks;
    private final Plans plans;
    private final Outputs outputs;
    private final Targets targets;
    private final Planner planner;
    private final Json json;

    public PlanViews(
            Artworks artworks,
            Inputs inputs,
            Chunks chunks,
            Plans plans,
            Outputs outputs,
            Targets targets,
            Planner planner,
            Json json) {
        this.artworks = artworks;
        this.inputs = inputs;
        this.chunks = chunks;
        this.plans = plans;
        this.outputs = outputs;
        this.targets = targets;
        this.planner = planner;
        this.json = json;
    }

    /** The plan of an artwork, as far as its source has been read; none where there is no such artwork. */
    public Optional<PlanView> find(String slug) {
        return artworks.find(slug)
                .map(artwork -> artwork.inputId().isPresent()
                        ? inputs.find(artwork.inputId().getAsLong())
                                .filter(input -> input.media().isPresent())
                                .map(this::view)
                                .orElseGet(() -> new PlanView(0, 0, List.of()))
                        : new PlanView(0, 0, List.of()));
    }

    private PlanView view(Input input) {
        MediaInfo media = json.read(input.media().orElseThrow(), MediaInfo.class);
        PlanInput imagined = targets.imagine(input, media);
        Map<String, PlannedChunk> recorded = plans.ofInput(input.id()).stream()
                .collect(Collectors.toMap(PlanViews::place, Function.identity(), (first, second) -> first));
        Stream<PlannedChunk> ofChunks =
                chunks.of(input.id()).stream().flatMap(chunk -> planner.plan(imagined, chunk).stream());
        // The sound's name by content is not known before the reading's end: its plan is what was recorded.
        Stream<PlannedChunk> ofSound = recorded.values().stream()
                .filter(each -> imagined.targets().stream()
                        .anyMatch(target -> target.rendition().name().equals(each.formatType())
                                && target.rendition().recipe().kind() == atelier.config.Recipe.Kind.AUDIO));
        return count(Stream.concat(ofChunks, ofSound).toList(), recorded);
    }

    private PlanView count(List<PlannedChunk> imagined, Map<String, PlannedChunk> recorded) {
        List<Job> jobs = new ArrayList<>();
        for (PlannedChunk each : imagined) {
            if (outputs.find(each.fingerprint()).filter(Output::made).isEmpty()) {
                jobs.add(new Job(
                        each.formatType(),
                        each.number(),
                        each.fingerprint(),
                        reason(each, Optional.ofNullable(recorded.get(place(each))))));
            }
        }
        return new PlanView(jobs.size(), imagined.size() - jobs.size(), jobs);
    }

    private static String reason(PlannedChunk now, Optional<PlannedChunk> before) {
        boolean changed = before.filter(each -> !each.fingerprint().equals(now.fingerprint()))
                .isPresent();
        return changed ? now.formatType() + ": recipe changed" : now.reason();
    }

    private static String place(PlannedChunk chunk) {
        return chunk.formatType() + " " + chunk.number();
    }
}

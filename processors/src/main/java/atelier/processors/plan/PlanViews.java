package atelier.processors.plan;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.MissingEncoders;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlanNote;
import atelier.processors.node.Encoders;
import atelier.processors.plan.PlanView.Job;
import atelier.processors.work.EncodeTasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans again by the present recipes, recording and running nothing. */
public final class PlanViews {
    private final Artworks artworks;
    private final Outputs outputs;
    private final Drafts drafts;
    private final MissingEncoders missing;

    public PlanViews(Artworks artworks, Outputs outputs, Drafts drafts, MissingEncoders missing) {
        this.artworks = artworks;
        this.outputs = outputs;
        this.drafts = drafts;
        this.missing = missing;
    }

    /** The plan of an artwork, as far as its files have been read; none where there is no such artwork. */
    public Optional<PlanView> find(String slug) {
        return artworks.find(slug)
                .map(artwork -> drafts.of(artwork)
                        .map(this::view)
                        .orElseGet(() -> new PlanView(0, 0, List.of(), Map.of(), Map.of())));
    }

    private PlanView view(Draft draft) {
        List<PlannedOutput> needed = draft.outputs().stream()
                .filter(each ->
                        outputs.find(each.fingerprint()).filter(Output::made).isEmpty())
                .toList();
        List<Job> jobs = needed.stream()
                .map(each -> new Job(each.target().name(), each.number(), each.fingerprint(), each.reason()))
                .toList();
        return new PlanView(
                jobs.size(), draft.outputs().size() - jobs.size(), jobs, waitsFor(draft, needed), otherwise(draft));
    }

    private static Map<String, String> otherwise(Draft draft) {
        return draft.notes().stream()
                .filter(note -> !note.leftOut())
                .collect(Collectors.toMap(PlanNote::formatType, PlanNote::text));
    }

    private Map<String, String> waitsFor(Draft draft, List<PlannedOutput> needed) {
        Map<String, String> encoders = needed.stream()
                .map(PlannedOutput::target)
                .collect(Collectors.toMap(
                        Target::name, each -> Encoders.of(each.rendition().recipe()), (one, same) -> one));
        Map<String, String> waitsFor = new HashMap<>(draft.waitsFor());
        encoders.forEach((name, encoder) -> {
            if (!EncodeTasks.isEverywhere(encoder)) {
                missing.of(encoder).ifPresent(text -> waitsFor.put(name, text));
            }
        });
        return waitsFor;
    }
}

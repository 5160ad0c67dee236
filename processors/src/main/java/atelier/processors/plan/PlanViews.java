package atelier.processors.plan;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.plan.PlanView.Job;
import java.util.List;
import java.util.Optional;

/** Plans again by the present recipes, recording and running nothing. */
public final class PlanViews {
    private final Artworks artworks;
    private final Outputs outputs;
    private final Drafts drafts;

    public PlanViews(Artworks artworks, Outputs outputs, Drafts drafts) {
        this.artworks = artworks;
        this.outputs = outputs;
        this.drafts = drafts;
    }

    /** The plan of an artwork, as far as its files have been read; none where there is no such artwork. */
    public Optional<PlanView> find(String slug) {
        return artworks.find(slug)
                .map(artwork -> drafts.of(artwork).map(this::view).orElseGet(() -> new PlanView(0, 0, List.of())));
    }

    private PlanView view(Draft draft) {
        List<Job> jobs = draft.outputs().stream()
                .filter(each ->
                        outputs.find(each.fingerprint()).filter(Output::made).isEmpty())
                .map(each -> new Job(each.target().name(), each.number(), each.fingerprint(), each.reason()))
                .toList();
        return new PlanView(jobs.size(), draft.outputs().size() - jobs.size(), jobs);
    }
}

package atelier.processors.plan;

import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanNote;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.spherical.Sphere;
import atelier.processors.work.Urgency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records plans, and tells what the plan before had. */
public final class PlanRecords {
    private final Plans plans;
    private final VideoFormats formats;
    private final Chunks chunks;
    private final Json json;

    public PlanRecords(Plans plans, VideoFormats formats, Chunks chunks, Json json) {
        this.plans = plans;
        this.formats = formats;
        this.chunks = chunks;
        this.json = json;
    }

    /** Begins a plan and records what its renditions are made of. To be called in a transaction. */
    Planning begin(
            long artworkId, Delivered source, Sphere sphere, List<Target> targets, String cause, Urgency urgency) {
        Optional<Plan> interrupted =
                plans.current(artworkId).filter(plan -> plan.sphere().equals(sphere) && isBegun(plan, source, targets));
        Reasons reasons = reasons(artworkId, targets);
        Plan plan = interrupted.orElseGet(
                () -> begun(plans.begin(artworkId, source.input().id(), cause, urgency.text()), sphere));
        targets.forEach(target -> plans.add(plan.id(), rendition(artworkId, target)));
        formats.absentExcept(artworkId, targets.stream().map(Target::name).toList());
        return new Planning(plan, targets, reasons);
    }

    private Plan begun(Plan plan, Sphere sphere) {
        plans.show(plan.id(), sphere);
        return plans.find(plan.id()).orElseThrow();
    }

    /** Records what is known of a plan's renditions once their files are read: which are cut as they are, and by which recipe the others are made. */
    void decide(Plan plan, List<Target> targets) {
        Map<String, PlanRendition> begun = plans.renditions(plan.id()).stream()
                .collect(Collectors.toMap(PlanRendition::formatType, Function.identity()));
        targets.stream()
                .filter(target -> target.copied().isPresent())
                .map(target -> begun.get(target.name()).copiedWith(target.copied()))
                .forEach(rendition -> plans.add(plan.id(), rendition));
        targets.stream()
                .filter(target -> target.copied().isEmpty() && isOther(target, begun.get(target.name())))
                .forEach(target -> plans.add(plan.id(), rendition(plan.artworkId(), target)));
        Set<String> made = targets.stream().map(Target::name).collect(Collectors.toSet());
        begun.values().stream()
                .filter(rendition -> !made.contains(rendition.formatType()))
                .forEach(rendition -> plans.leaveOut(plan.id(), rendition));
    }

    /** Records what a plan decided that people should know, where that is something else than before. To be called in a transaction. */
    void note(Plan plan, List<PlanNote> notes) {
        if (!Set.copyOf(plans.notes(plan.id())).equals(Set.copyOf(notes))) {
            plans.note(plan.id(), notes);
        }
    }

    private static boolean isOther(Target target, PlanRendition begun) {
        String recipe = OutputFingerprints.recipe(target.rendition().recipe());
        return begun != null && !begun.recipeFingerprint().equals(recipe);
    }

    /** Whether that plan was begun for the same, and its reading cut off: then it goes on. */
    private boolean isBegun(Plan plan, Delivered source, List<Target> targets) {
        Map<String, String> begun = plans.renditions(plan.id()).stream()
                .collect(Collectors.toMap(PlanRendition::formatType, PlanRendition::recipeFingerprint));
        Map<String, String> wanted = targets.stream()
                .collect(Collectors.toMap(
                        Target::name,
                        each -> OutputFingerprints.recipe(each.rendition().recipe())));
        return !plan.complete() && plan.sourceId() == source.input().id() && begun.equals(wanted);
    }

    /** Why something would be needed, if it were planned now. */
    Reasons reasons(long artworkId, List<Target> targets) {
        Optional<Plan> current = plans.current(artworkId);
        if (current.isEmpty()) {
            return Reasons.first();
        }
        List<PlanRendition> before = plans.renditions(current.get().id());
        Map<Long, Set<String>> known = before.stream()
                .map(PlanRendition::inputId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), chunks::fingerprints));
        return new Reasons(
                before.stream().collect(Collectors.toMap(PlanRendition::formatType, Function.identity())),
                before.stream()
                        .collect(Collectors.toMap(PlanRendition::formatType, each -> json.fields(each.recipe()))),
                targets.stream()
                        .collect(Collectors.toMap(
                                Target::name,
                                each -> json.fields(json.write(each.rendition().recipe())))),
                known);
    }

    private PlanRendition rendition(long artworkId, Target target) {
        String fingerprint = OutputFingerprints.recipe(target.rendition().recipe());
        long format = formats.plan(
                artworkId,
                target.name(),
                target.isOverride() ? "override" : "encoded",
                target.from().input().videoFormatId(),
                fingerprint,
                target.size().width(),
                target.size().height());
        return new PlanRendition(
                format,
                target.name(),
                target.from().input().id(),
                target.from().type(),
                target.from().input().chunkCount(),
                json.write(target.rendition().recipe()),
                fingerprint,
                target.copied());
    }
}

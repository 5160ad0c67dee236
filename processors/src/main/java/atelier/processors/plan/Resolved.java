package atelier.processors.plan;

import atelier.processors.catalog.PlanNote;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is made of what was delivered.
 *
 * @param targets what is made
 * @param notes what is left out or made otherwise, of all that would be made or could be asked for, and why
 */
record Resolved(List<Target> targets, List<PlanNote> notes) {
    Resolved {
        targets = List.copyOf(targets);
        notes = List.copyOf(notes);
    }

    /** What is made of the source itself. */
    Resolved ofSource() {
        return new Resolved(
                targets.stream().filter(target -> target.from().isSource()).toList(), notes);
    }

    /** Why renditions are left out, by their names. */
    Map<String, String> leftOut() {
        return notes.stream().filter(PlanNote::leftOut).collect(Collectors.toMap(PlanNote::formatType, PlanNote::text));
    }
}

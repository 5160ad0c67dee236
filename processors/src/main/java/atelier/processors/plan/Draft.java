package atelier.processors.plan;

import atelier.processors.catalog.PlanNote;
import atelier.processors.spherical.Sphere;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a plan would be, made now.
 *
 * @param source the artwork's source
 * @param sphere what the renditions are said to be
 * @param targets what is made
 * @param outputs what they consist of, as far as the files have been read
 * @param whole whether all files have been read to their ends
 * @param notes what was decided of renditions that people should know
 * @param waitsFor what would have to come before renditions are planned, by their names
 */
record Draft(
        Delivered source,
        Sphere sphere,
        List<Target> targets,
        List<PlannedOutput> outputs,
        boolean whole,
        List<PlanNote> notes,
        Map<String, String> waitsFor) {
    Draft {
        targets = List.copyOf(targets);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
        waitsFor = Map.copyOf(waitsFor);
    }

    /** The outputs by the file that they are made of. */
    Map<Delivered, List<PlannedOutput>> byInput() {
        return outputs.stream()
                .collect(Collectors.groupingBy(each -> each.target().from()));
    }
}

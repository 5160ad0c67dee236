package atelier.processors.plan;

import atelier.processors.catalog.Plan;
import java.util.List;

/**
 * A plan that has begun.
 *
 * @param plan its row
 * @param targets all that it makes
 * @param reasons why its outputs are needed
 */
record Planning(Plan plan, List<Target> targets, Reasons reasons) {
    Planning {
        targets = List.copyOf(targets);
    }

    /** What is made of one of its files. */
    PlanInput of(Delivered delivered) {
        return new PlanInput(
                plan,
                delivered,
                targets.stream()
                        .filter(target ->
                                target.from().input().id() == delivered.input().id())
                        .toList());
    }
}

package atelier.processors.plan;

import atelier.processors.catalog.Plan;
import java.util.List;

/**
 * A delivered file, and the renditions that a plan makes of it.
 *
 * @param plan the plan
 * @param delivered the file
 * @param targets what is made of it
 */
public record PlanInput(Plan plan, Delivered delivered, List<Target> targets) {
    public PlanInput {
        targets = List.copyOf(targets);
    }

    long artworkId() {
        return plan.artworkId();
    }

    long inputId() {
        return delivered.input().id();
    }
}

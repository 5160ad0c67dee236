package atelier.processors.plan;

import java.util.List;

/**
 * An input, as the plan needs it.
 *
 * @param artworkId whose it is
 * @param inputId key
 * @param targets what is made of it
 * @param picture what of the container decides how the picture looks, beside the coded data: rotation, pixel shape
 */
public record PlanInput(long artworkId, long inputId, List<Target> targets, String picture) {
    public PlanInput {
        targets = List.copyOf(targets);
    }
}

package atelier.processors.batch;

import java.util.List;
import java.util.Optional;

/**
 * What was collected, or would be.
 *
 * @param dryRun whether it only would be
 * @param outputs how many outputs
 * @param editions how many editions
 * @param bytes that all of it takes in the store
 * @param items the first of it
 * @param total how many items there are
 * @param warning what was left alone, and why
 */
public record GarbageReport(
        boolean dryRun,
        int outputs,
        int editions,
        long bytes,
        List<GarbageItem> items,
        int total,
        Optional<String> warning) {
    public GarbageReport {
        items = List.copyOf(items);
    }
}

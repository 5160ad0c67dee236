package atelier.processors.plan;

import java.util.List;
import java.util.Map;

/**
 * What would be encoded now, as the API shows it.
 *
 * @param needed how many outputs are missing
 * @param reused how many are there
 * @param jobs one for each missing output
 * @param waitsFor what would have to come before renditions can be made, by their names: an encoder that no node has, the end
 *     of a film by which their quality is chosen, or more memory
 * @param otherwise what is made otherwise than its recipe says, and why, by their names
 */
public record PlanView(
        int needed, int reused, List<Job> jobs, Map<String, String> waitsFor, Map<String, String> otherwise) {
    public PlanView {
        jobs = List.copyOf(jobs);
        waitsFor = Map.copyOf(waitsFor);
        otherwise = Map.copyOf(otherwise);
    }

    /**
     * @param rendition its name
     * @param chunk number of the chunk; 0 for what is made whole
     * @param fingerprint of the output
     * @param reason why it is needed
     */
    public record Job(String rendition, int chunk, String fingerprint, String reason) {}
}

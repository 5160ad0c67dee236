package atelier.processors.plan;

import java.util.List;

/**
 * What would be encoded now, as the API shows it.
 *
 * @param needed how many outputs are missing
 * @param reused how many are there
 * @param jobs one for each missing output
 */
public record PlanView(int needed, int reused, List<Job> jobs) {
    public PlanView {
        jobs = List.copyOf(jobs);
    }

    /**
     * @param rendition its name
     * @param chunk number of the chunk; 0 for what is made whole
     * @param fingerprint of the output
     * @param reason why it is needed
     */
    public record Job(String rendition, int chunk, String fingerprint, String reason) {}
}

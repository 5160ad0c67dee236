package atelier.processors.work;

import java.util.List;
import java.util.Optional;

/**
 * A page of work.
 *
 * @param waiting how many jobs wait
 * @param running how many run
 * @param failed how many wait for a person
 * @param notice why no new work begins, if so
 * @param unattended slugs of artworks that are not done and that no job is there for, some at most: the next batch looks at
 *     them
 * @param jobs those that run, those that wait, in the order in which they are done, those that failed, the latest first
 */
public record WorkPage(
        long waiting,
        long running,
        long failed,
        Optional<String> notice,
        List<String> unattended,
        List<WorkItem> jobs) {
    public WorkPage {
        unattended = List.copyOf(unattended);
        jobs = List.copyOf(jobs);
    }
}

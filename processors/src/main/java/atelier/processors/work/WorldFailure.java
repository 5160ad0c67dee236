package atelier.processors.work;

/** Marks an exception that speaks against what all jobs need, and not against the job: it is tried again. */
public interface WorldFailure {

    /** What is away or in the way, in a word or two. */
    String reason();
}

package atelier.processors.work;

import java.time.Duration;

/** What becomes of a job that failed. */
public sealed interface Verdict {

    /** It is tried again after a while. */
    record Again(Duration after) implements Verdict {}

    /** It is not tried again unless a person says so. */
    record GiveUp(FailureClass as) implements Verdict {}
}

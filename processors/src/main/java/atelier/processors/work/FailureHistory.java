package atelier.processors.work;

/**
 * How a job has failed since it last succeeded.
 *
 * @param failures how often in a row
 * @param counted how many of them speak against the job
 * @param stalls how often it made no progress
 * @param othersSucceeded whether others of its kind have succeeded since its last failure: then the world is well
 */
public record FailureHistory(int failures, int counted, int stalls, boolean othersSucceeded) {
    /** Of a job that has not failed. */
    public static final FailureHistory NONE = new FailureHistory(0, 0, 0, false);

    /** The history with one more failure. */
    FailureHistory with(Failure failure) {
        boolean counts = switch (failure.blame()) {
            case NOBODY -> false;
            case WORLD -> failures > 0 && othersSucceeded;
            case JOB -> failure.kind() != FailureClass.STALE;
        };
        return new FailureHistory(
                failures + (failure.blame() == Failure.Blame.NOBODY ? 0 : 1),
                counted + (counts ? 1 : 0),
                stalls + (failure.kind() == FailureClass.STALE ? 1 : 0),
                false);
    }
}

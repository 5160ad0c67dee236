package atelier.processors.work;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Says what becomes of a job that failed.
 *
 * @param attempts how often work is tried that failed for reasons nobody knows
 * @param poison how often work is tried that the world is in the way of, where that speaks against the work itself: it needs
 *     too much memory, it takes its node down with it, or it fails while others of its kind succeed. As long as nothing
 *     succeeds, it is the world, and is waited for without end
 * @param longest pause between two tries
 */
public record FailurePolicy(int attempts, int poison, Duration longest) {
    private static final long FIRST_MILLIS = 500;
    private static final int STEPS = 20;

    /** A job that stalled is tried once more. */
    private static final int STALLS = 1;

    /**
     * Judges a failure.
     *
     * @param history with this failure in it
     * @param random a number from 0 to below its argument: so that jobs that failed together come back one by one
     */
    public Verdict judge(Failure failure, FailureHistory history, LongUnaryOperator random) {
        return switch (failure.kind()) {
            case PERMANENT, POISON -> new Verdict.GiveUp(failure.kind());
            case STALE ->
                history.stalls() > STALLS
                        ? new Verdict.GiveUp(FailureClass.STALE)
                        : new Verdict.Again(pause(1, random));
            case SUSPECT -> againUpTo(attempts, history, random);
            case TRANSIENT ->
                failure.isDeath() && history.counted() < poison
                        ? new Verdict.Again(Duration.ZERO)
                        : againUpTo(poison, history, random);
        };
    }

    private Verdict againUpTo(int most, FailureHistory history, LongUnaryOperator random) {
        return history.counted() >= most
                ? new Verdict.GiveUp(FailureClass.POISON)
                : new Verdict.Again(pause(history.failures(), random));
    }

    /** Twice as long after each failure, up to the longest; of that at least half, the rest by chance. */
    private Duration pause(int failures, LongUnaryOperator random) {
        long millis = Math.min(longest.toMillis(), FIRST_MILLIS << Math.min(failures, STEPS));
        return Duration.ofMillis(millis - random.applyAsLong(millis / 2 + 1));
    }
}

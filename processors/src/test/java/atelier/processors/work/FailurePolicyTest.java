package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.work.Failure.Blame;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final LongUnaryOperator NO_CHANCE = bound -> 0;

    private final FailurePolicy policy = new FailurePolicy(3, 8, LONGEST);

    private static Failure failure(FailureClass kind, Blame blame) {
        return new Failure(kind, blame, "because", "it failed", Optional.empty());
    }

    /** How often a job runs that always fails in the same way, and what becomes of it; at most a hundred times. */
    private Outcome failing(Failure failure, boolean othersSucceed) {
        FailureHistory history = FailureHistory.NONE;
        for (int tries = 1; tries <= 100; tries++) {
            history = new FailureHistory(history.failures(), history.counted(), history.stalls(), othersSucceed)
                    .with(failure);
            if (policy.judge(failure, history, NO_CHANCE) instanceof Verdict.GiveUp giveUp) {
                return new Outcome(tries, Optional.of(giveUp.as()));
            }
        }
        return new Outcome(100, Optional.empty());
    }

    private record Outcome(int tries, Optional<FailureClass> as) {}

    @Test
    void whatIsPermanentRunsOnce() {
        assertThat(failing(failure(FailureClass.PERMANENT, Blame.JOB), false))
                .isEqualTo(new Outcome(1, Optional.of(FailureClass.PERMANENT)));
    }

    @Test
    void whatStallsRunsTwice() {
        assertThat(failing(failure(FailureClass.STALE, Blame.JOB), false))
                .isEqualTo(new Outcome(2, Optional.of(FailureClass.STALE)));
    }

    @Test
    void whatNobodyKnowsRunsSomeTimesAndIsPoisonThen() {
        assertThat(failing(failure(FailureClass.SUSPECT, Blame.JOB), false))
                .isEqualTo(new Outcome(3, Optional.of(FailureClass.POISON)));
    }

    @Test
    void whatNeedsMoreThanThereIsIsPoisonEvenIfItIsAlone() {
        assertThat(failing(failure(FailureClass.TRANSIENT, Blame.JOB), false))
                .isEqualTo(new Outcome(8, Optional.of(FailureClass.POISON)));
    }

    @Test
    void anOutageOfTheWorldIsWaitedForWithoutEnd() {
        assertThat(failing(failure(FailureClass.TRANSIENT, Blame.WORLD), false).as())
                .isEmpty();
    }

    @Test
    void whatFailsForTheWorldsSakeWhileOthersSucceedIsPoison() {
        assertThat(failing(failure(FailureClass.TRANSIENT, Blame.WORLD), true))
                .isEqualTo(new Outcome(9, Optional.of(FailureClass.POISON)));
    }

    @Test
    void beingStoppedIsNoFailureOfTheJob() {
        assertThat(failing(failure(FailureClass.TRANSIENT, Blame.NOBODY), true).as())
                .isEmpty();
    }

    @Test
    void aJobWhoseNodeDiedGoesOnAtOnceUntilItHasTakenTooManyWithIt() {
        FailureHistory first = FailureHistory.NONE.with(Failure.died("a"));

        assertThat(policy.judge(Failure.died("a"), first, NO_CHANCE)).isEqualTo(new Verdict.Again(Duration.ZERO));
        assertThat(failing(Failure.died("a"), true)).isEqualTo(new Outcome(8, Optional.of(FailureClass.POISON)));
    }

    @Test
    void pausesGrowToTheLongestAndNoTwoAreAlike() {
        Failure failure = failure(FailureClass.TRANSIENT, Blame.WORLD);
        Random random = new Random(1);
        for (int failures = 1; failures < 70; failures++) {
            FailureHistory history = new FailureHistory(failures, 0, 0, false);
            Duration full = Duration.ofMillis(Math.min(LONGEST.toMillis(), 500L << Math.min(failures, 12)));
            Verdict.Again shortest = (Verdict.Again) policy.judge(failure, history, bound -> bound - 1);
            Verdict.Again longest = (Verdict.Again) policy.judge(failure, history, NO_CHANCE);
            Verdict.Again any = (Verdict.Again) policy.judge(failure, history, random::nextLong);

            assertThat(longest.after()).isEqualTo(full);
            assertThat(shortest.after()).isEqualTo(full.dividedBy(2));
            assertThat(any.after()).isBetween(full.dividedBy(2), full);
        }
    }
}

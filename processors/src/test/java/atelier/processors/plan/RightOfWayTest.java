package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final HandClock clock = new HandClock(Instant.parse("2030-01-01T12:00:00Z"));
    private Duration step = Duration.ZERO;
    private int looks;
    private int needed = Integer.MAX_VALUE;
    private final RightOfWay way = new RightOfWay(clock, over, this::isAwaited);

    /** Each look takes its time. */
    private boolean isAwaited() {
        clock.advance(step);
        return ++looks < needed;
    }

    @Test
    void whereNobodyAsksItIsReadOn() {
        way.give();
        assertThat(looks).isZero();
    }

    @Test
    void untilWhatWasAskedForIsMadeNothingIsRead() {
        needed = 3;
        way.ask();
        way.give();
        assertThat(looks).isEqualTo(3);

        clock.advance(RightOfWay.SHARE);
        way.give();
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void whoAsksAgainAndAgainHoldsItUpForHalfOfTheTime() {
        step = Duration.ofSeconds(2);
        way.ask();
        way.give();
        int first = looks;
        assertThat(first).isBetween(1, 3);

        step = Duration.ZERO;
        way.give();
        assertThat(looks).isEqualTo(first);

        clock.advance(RightOfWay.SHARE);
        step = Duration.ofSeconds(2);
        way.give();
        assertThat(looks).isGreaterThan(first);
    }

    @Test
    void whereTheReadingIsOverNobodyIsHeldUp() {
        over.countDown();
        way.ask();
        way.give();
        assertThat(looks).isEqualTo(1);
    }
}

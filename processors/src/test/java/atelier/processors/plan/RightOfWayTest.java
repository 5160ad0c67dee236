package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RightOfWayTest {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Ticking clock = new Ticking();
    private int looks;
    private int needed = Integer.MAX_VALUE;
    private final RightOfWay way = new RightOfWay(clock, over, () -> ++looks < needed);

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

        clock.now = clock.now.plus(RightOfWay.SHARE);
        way.give();
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void whoAsksAgainAndAgainHoldsItUpForHalfOfTheTime() {
        clock.step = Duration.ofSeconds(2);
        way.ask();
        way.give();
        int first = looks;
        assertThat(first).isBetween(1, 3);

        clock.step = Duration.ZERO;
        way.give();
        assertThat(looks).isEqualTo(first);

        clock.now = clock.now.plus(RightOfWay.SHARE);
        clock.step = Duration.ofSeconds(2);
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

    /** Goes on whenever somebody looks. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2030-01-01T12:00:00Z");
        private Duration step = Duration.ZERO;

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

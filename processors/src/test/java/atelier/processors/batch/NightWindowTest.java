package atelier.processors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class NightWindowTest {
    private static final NightWindow MORNING = window("01:00", "06:00");
    private static final NightWindow OVER_MIDNIGHT = window("22:00", "05:00");

    @Test
    void itIsOpenFromItsBeginningUntilBeforeItsEnd() {
        assertThat(MORNING.isOpen(at("00:59"))).isFalse();
        assertThat(MORNING.isOpen(at("01:00"))).isTrue();
        assertThat(MORNING.isOpen(at("05:59"))).isTrue();
        assertThat(MORNING.isOpen(at("06:00"))).isFalse();
    }

    @Test
    void itMayLastOverMidnight() {
        assertThat(OVER_MIDNIGHT.isOpen(at("21:59"))).isFalse();
        assertThat(OVER_MIDNIGHT.isOpen(at("23:00"))).isTrue();
        assertThat(OVER_MIDNIGHT.isOpen(at("04:59"))).isTrue();
        assertThat(OVER_MIDNIGHT.isOpen(at("05:00"))).isFalse();
        assertThat(OVER_MIDNIGHT.opened(at("03:00"))).isEqualTo(at("22:00").minusDays(1));
    }

    @Test
    void theSameTimeTwiceNeverCloses() {
        NightWindow always = window("03:00", "03:00");
        assertThat(always.isOpen(at("02:59"))).isTrue();
        assertThat(always.isOpen(at("03:00"))).isTrue();
        assertThat(always.isOpen(at("15:00"))).isTrue();
    }

    @Test
    void itOpensTodayOrTomorrow() {
        assertThat(MORNING.untilNext(at("00:30"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(MORNING.untilNext(at("01:00"))).isEqualTo(Duration.ofHours(24));
        assertThat(MORNING.untilNext(at("07:00"))).isEqualTo(Duration.ofHours(18));
    }

    private static NightWindow window(String from, String until) {
        return new NightWindow(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse("2026-05-04T" + time + ":00Z");
    }
}

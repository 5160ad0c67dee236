package atelier.processors.batch;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours in which nightly work is done, by the clock on the wall. Pure.
 *
 * @param from when it opens
 * @param until when it closes, the next day where that is earlier; the same as {@code from}: it never closes
 */
public record NightWindow(LocalTime from, LocalTime until) {

    /** When the window opened that is open now, or that was open last. */
    ZonedDateTime opened(ZonedDateTime now) {
        ZonedDateTime today = now.with(from);
        return today.isAfter(now) ? now.minusDays(1).with(from) : today;
    }

    /** When it opens next. */
    ZonedDateTime opensNext(ZonedDateTime now) {
        ZonedDateTime today = now.with(from);
        return today.isAfter(now) ? today : now.plusDays(1).with(from);
    }

    boolean isOpen(ZonedDateTime now) {
        ZonedDateTime opened = opened(now);
        ZonedDateTime closes =
                until.isAfter(from) ? opened.with(until) : opened.plusDays(1).with(until);
        return now.isBefore(closes);
    }

    /** How long until it opens next, whether it is open now or not. */
    Duration untilNext(ZonedDateTime now) {
        return Duration.between(now, opensNext(now));
    }
}

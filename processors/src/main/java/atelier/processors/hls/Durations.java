package atelier.processors.hls;

import java.math.BigDecimal;

/**
 * EXTINF values. Each is the difference of two rounded times, not a rounded difference, so that the sum over any run of
 * segments is within a microsecond of the real duration, however long the run.
 */
final class Durations {
    /** In a second. */
    static final long MICROS = 1_000_000;

    private final long timescale;

    Durations(long timescale) {
        if (timescale < 1) {
            throw new PlaylistException("A playlist counts in %d ticks a second", timescale);
        }
        this.timescale = timescale;
    }

    /** Microseconds that a segment lasts. */
    long micros(long startTicks, long durationTicks) {
        return micros(startTicks + durationTicks) - micros(startTicks);
    }

    /** The value as EXTINF writes it: seconds. */
    static String text(long micros) {
        return BigDecimal.valueOf(micros, 6).toPlainString();
    }

    /** Checks a duration against the target: RFC 8216bis, 4.4.3.1, compares whole seconds. */
    static void check(long micros, int targetSeconds, Object segment) {
        if (micros <= 0 || (micros + MICROS / 2) / MICROS > targetSeconds) {
            throw new PlaylistException(
                    "Segment %s lasts %s s where the target duration is %d s", segment, text(micros), targetSeconds);
        }
    }

    private long micros(long ticks) {
        long seconds = Math.floorDiv(ticks, timescale);
        long rest = Math.floorMod(ticks, timescale);
        return seconds * MICROS + (rest * MICROS + timescale / 2) / timescale;
    }
}

package atelier.processors.hls;

import java.util.ArrayList;
import java.util.List;

/**
 * Measured bit rates of a rendition, as RFC 8216bis, 4.4.6.2 means them.
 *
 * @param peak in bit/s: the highest of any run of segments that lasts between half and one and a half target durations
 * @param average in bit/s
 */
public record Bandwidth(long peak, long average) {

    /** What is measured of a segment. */
    public record Sized(long bytes, long durationTicks) {}

    /**
     * Measures segments.
     *
     * @param segments in order; at least one
     * @param timescale ticks a second
     * @param targetSeconds target duration of the playlist
     */
    public static Bandwidth measure(List<Sized> segments, long timescale, int targetSeconds) {
        long bytes = segments.stream().mapToLong(Sized::bytes).sum();
        long ticks = segments.stream().mapToLong(Sized::durationTicks).sum();
        if (ticks <= 0) {
            throw new PlaylistException("A bit rate is asked for of %d segments without duration", segments.size());
        }
        long average = rate(bytes, ticks, timescale);
        long peak = 0;
        for (int first = 0; first < segments.size(); first++) {
            peak = Math.max(peak, peakFrom(segments.subList(first, segments.size()), timescale, targetSeconds));
        }
        return new Bandwidth(peak == 0 ? average : peak, average);
    }

    /**
     * Measures segments by what a playlist tells of their durations, which are rounded: of key frames nothing else tells how long they last.
     *
     * @param segments in order, from the beginning of the playlist; at least one
     * @param timescale ticks a second
     * @param targetSeconds target duration of the playlist
     */
    public static Bandwidth asTold(List<Sized> segments, long timescale, int targetSeconds) {
        Durations durations = new Durations(timescale);
        List<Sized> told = new ArrayList<>();
        long at = 0;
        for (Sized each : segments) {
            told.add(new Sized(each.bytes(), durations.micros(at, each.durationTicks())));
            at += each.durationTicks();
        }
        return measure(told, Durations.MICROS, targetSeconds);
    }

    /** Both at once: what a variant declares for its video and its largest audio. */
    public Bandwidth plus(Bandwidth other) {
        return new Bandwidth(peak + other.peak, average + other.average);
    }

    private static long peakFrom(List<Sized> segments, long timescale, int targetSeconds) {
        long peak = 0;
        long bytes = 0;
        long ticks = 0;
        for (Sized segment : segments) {
            bytes += segment.bytes();
            ticks += segment.durationTicks();
            if (2 * ticks > 3 * targetSeconds * timescale) {
                break;
            }
            if (2 * ticks >= targetSeconds * timescale) {
                peak = Math.max(peak, rate(bytes, ticks, timescale));
            }
        }
        return peak;
    }

    /** Rounded up: a declared rate that is a bit too low is wrong, one that is too high is not. */
    private static long rate(long bytes, long ticks, long timescale) {
        return (long) Math.ceil(8.0 * bytes * timescale / ticks);
    }
}

package atelier.processors.index;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Options that lead FFmpeg's reader to a random access point. Whoever reads a chunk, to encode it or to see that it can be read,
 * must come to the same place.
 */
public final class Seek {
    /**
     * A quarter of a unit later than the random access point, so that rounding leads neither to the one before nor, where a unit is
     * as long as a frame, to the one behind.
     */
    private static final double BEHIND = 0.25;

    private Seek() {}

    /** To where a chunk is decoded from. A film's beginning needs no seeking, which in program streams may lead behind it. */
    public static List<String> to(ChunkSpan span, Ratio timeBase) {
        return to(span.startTicks() == 0 ? OptionalLong.empty() : OptionalLong.of(span.seekPts()), timeBase);
    }

    /**
     * To a random access point; none where there is none.
     *
     * @param pts in the time base
     */
    public static List<String> to(OptionalLong pts, Ratio timeBase) {
        return pts.isEmpty() ? List.of() : to((pts.getAsLong() + BEHIND) * timeBase.value());
    }

    /** To a time of the input, in seconds, or before it. */
    public static List<String> to(double seconds) {
        return List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", String.format(Locale.ROOT, "%.6f", seconds));
    }
}

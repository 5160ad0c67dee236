package atelier.processors.index;

import java.util.List;
import java.util.stream.Stream;

/**
 * How times of an input become ticks of its renditions. A constant frame rate is recognised even where the container
 * rounds its time stamps (Matroska: milliseconds), so that the same pictures give the same ticks in every container.
 *
 * @param timeBase the input's time base, in seconds
 * @param timescale ticks a second of every video rendition
 * @param frameTicks duration of a frame at a constant rate, in ticks; 0 where the rate varies
 */
public record Timeline(Ratio timeBase, int timescale, long frameTicks) {
    private static final int MIN_TIMESCALE = 10_000;
    private static final int MAX_TIMESCALE = 1_000_000;
    private static final int FALLBACK_TIMESCALE = 90_000;

    /** 60, and what rounding of times may add. */
    private static final double MOST_A_SECOND = 60.5;

    /** Rates that cameras and editors use; SMPTE ST 2036, ITU-R BT.1847 and their halves. */
    private static final List<Ratio> USUAL_RATES = Stream.of(
                    "24000/1001",
                    "24/1",
                    "25/1",
                    "30000/1001",
                    "30/1",
                    "48/1",
                    "50/1",
                    "60000/1001",
                    "60/1",
                    "100/1",
                    "120000/1001",
                    "120/1",
                    "15/1",
                    "15000/1001",
                    "25/2",
                    "12/1",
                    "10/1",
                    "20/1",
                    "5/1",
                    "1/1")
            .map(text -> text.split("/"))
            .map(parts -> new Ratio(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
            .toList();

    /**
     * The timeline of an input, judged by its first frames.
     *
     * @param timeBase the input's time base
     * @param shown presentation times of the first frames, ascending
     * @param declared rates that the container declares
     */
    public static Timeline of(Ratio timeBase, long[] shown, List<Ratio> declared) {
        return Stream.concat(declared.stream(), USUAL_RATES.stream())
                .filter(rate -> rate.numerator() > 0 && rate.numerator() <= MAX_TIMESCALE)
                .filter(rate -> fits(timeBase, shown, 0, shown.length, rate))
                .findFirst()
                .map(rate -> constant(timeBase, rate))
                .orElseGet(() -> variable(timeBase));
    }

    private static Timeline constant(Ratio timeBase, Ratio rate) {
        long multiple = (MIN_TIMESCALE + rate.numerator() - 1) / rate.numerator();
        return new Timeline(timeBase, Math.toIntExact(rate.numerator() * multiple), rate.denominator() * multiple);
    }

    private static Timeline variable(Ratio timeBase) {
        boolean exact =
                timeBase.numerator() == 1 && timeBase.denominator() >= 1000 && timeBase.denominator() <= MAX_TIMESCALE;
        return new Timeline(timeBase, exact ? (int) timeBase.denominator() : FALLBACK_TIMESCALE, 0);
    }

    /** Whether the frames from..to-1 lie on a grid of this timeline's constant rate. */
    boolean isConstant(long[] shown, int from, int to) {
        return frameTicks > 0 && fits(timeBase, shown, from, to, new Ratio(timescale, frameTicks));
    }

    /** Each frame may be off by the container's rounding: one unit of its time base. */
    private static boolean fits(Ratio timeBase, long[] shown, int from, int to, Ratio rate) {
        double frame = rate.denominator() / (rate.numerator() * timeBase.value());
        if (frame < 2 || to - from < 2) {
            return frame >= 1 && isGrid(shown, from, to, frame, 0.01);
        }
        return isGrid(shown, from, to, frame, 1.0);
    }

    private static boolean isGrid(long[] shown, int from, int to, double frame, double tolerance) {
        for (int i = from; i < to; i++) {
            if (Math.abs(shown[i] - shown[from] - (i - from) * frame) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /**
     * Of how many pictures one is shown, so that there are no more than 60 a second: no screen that most people have shows
     * more, and each costs as much as any other.
     *
     * @param shown presentation times of the first frames, ascending
     */
    int every(long[] shown) {
        double seconds = (shown[shown.length - 1] - shown[0]) * timeBase.value();
        double rate = frameTicks > 0 ? (double) timescale / frameTicks : (shown.length - 1) / Math.max(seconds, 1e-6);
        return shown.length < 2 || rate <= MOST_A_SECOND ? 1 : (int) Math.ceil(rate / MOST_A_SECOND);
    }

    /** The same with one of so many frames. */
    Timeline slower(int times) {
        return new Timeline(timeBase, timescale, frameTicks * times);
    }

    /** Ticks of a time of the input. */
    long ticks(long pts) {
        return timeBase.toTicks(pts, timescale);
    }
}

package atelier.processors.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks for the end of one chunk, among its coded frames as they come.
 *
 * <p>A chunk ends at a random access point where one comes in time, at the one whose coded data has the smallest hash. In a
 * GOP that is longer than that, it ends inside: by the same rule at one of the frames that are shown later than all that were
 * decoded before them. Then all that is shown from there on is decoded from there on, so each picture is in one chunk;
 * what is decoded after that frame and shown before it is treated as at an open random access point.
 *
 * <p>The next chunk is decoded from the random access point before it. So that this does not grow with the square of a GOP's
 * length, chunks inside one last at least {@link #GROWTH} of the time since that point, g, up to {@link #LONGEST}: until then
 * all of a GOP is decoded 1 + 1/g times, and its last chunk, which may be short, once more at most.
 */
final class CutSearch {
    static final double GROWTH = 0.5;

    /** So that not too much is lost with the process, and several cores have work, in seconds. */
    static final double LONGEST = 600;

    private final CutRule rule;
    private final double secondsPerUnit;
    private final long start;
    private final boolean inside;
    private final double min;
    private final double max;
    private final Choice points = new Choice();
    private final Choice frames = new Choice();
    private OptionalInt early = OptionalInt.empty();
    private long lastPoint;
    private long latest = Long.MIN_VALUE;
    private double length;

    /**
     * @param first whether no chunk comes before it
     * @param start when the chunk's first frame is shown
     * @param lead what is decoded before it
     */
    CutSearch(CutRule rule, Ratio timeBase, boolean first, long start, Optional<Lead> lead) {
        this.rule = rule;
        this.secondsPerUnit = timeBase.value();
        this.start = start;
        inside = lead.isPresent();
        lastPoint = lead.map(Lead::seekPts).orElse(start);
        double grown = Math.min(LONGEST, GROWTH * seconds(lastPoint, start));
        min = first ? rule.firstMin() : Math.max(rule.min(), grown);
        max = first ? rule.firstMax() : min + rule.max() - rule.min();
    }

    /**
     * Looks at the next frame in decode order.
     *
     * @param index its number in the chunk; 0 begins it
     * @return the number of the frame that the chunk ends before, once it is certain
     */
    OptionalInt look(int index, CodedFrame frame) {
        boolean later = frame.pts() > latest;
        latest = Math.max(latest, frame.pts());
        length = seconds(start, latest);
        if (index == 0) {
            return OptionalInt.empty();
        }
        return frame.key() ? point(index, frame) : later && frame.shown() ? inner(index, frame) : OptionalInt.empty();
    }

    /** Where the chunk ends if no frame comes any more; nothing where it ends with the last. */
    OptionalInt atEnd() {
        return points.exists() && length - points.at() >= min ? points.index() : OptionalInt.empty();
    }

    private OptionalInt point(int index, CodedFrame frame) {
        double at = seconds(start, frame.pts());
        if (at > max || (inside && at >= rule.firstMin())) {
            return points.exists() ? points.index() : OptionalInt.of(index);
        }
        if (at >= min) {
            points.offer(index, frame, at);
        } else if (at >= rule.firstMin()) {
            early = OptionalInt.of(index);
        }
        frames.forget();
        lastPoint = frame.pts();
        return OptionalInt.empty();
    }

    private OptionalInt inner(int index, CodedFrame frame) {
        if (length > max && points.exists()) {
            return atEnd();
        }
        // Shorter GOPs are left whole: they may be all right as they are, and are then cut and not encoded.
        if (length > max && seconds(lastPoint, frame.pts()) > rule.segment()) {
            return early.isPresent() ? early : frames.exists() ? frames.index() : OptionalInt.of(index);
        }
        // What is left of the GOP is no less than the shortest chunk.
        double known = Math.max(max, seconds(start, lastPoint) + rule.segment());
        if (length >= min && length <= Math.min(max, known - rule.firstMin())) {
            frames.offer(index, frame, length);
        }
        return OptionalInt.empty();
    }

    private double seconds(long from, long to) {
        return (to - from) * secondsPerUnit;
    }

    /** Of several frames that with the smallest hash. They are compared when somebody asks: most never need to be read for that. */
    private static final class Choice {
        private record Offer(int index, CodedFrame frame, double at) {}

        private final List<Offer> offers = new ArrayList<>();

        void offer(int number, CodedFrame frame, double seconds) {
            offers.add(new Offer(number, frame, seconds));
        }

        boolean exists() {
            return !offers.isEmpty();
        }

        OptionalInt index() {
            return OptionalInt.of(best().index());
        }

        double at() {
            return best().at();
        }

        private Offer best() {
            if (offers.size() > 1) {
                Offer best = Collections.min(
                        offers,
                        (one, other) -> Arrays.compareUnsigned(
                                one.frame().hash(), other.frame().hash()));
                offers.clear();
                offers.add(best);
            }
            return offers.get(0);
        }

        void forget() {
            offers.clear();
        }
    }
}

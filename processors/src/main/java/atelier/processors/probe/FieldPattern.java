package atelier.processors.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What FFmpeg's {@code idet} says of some pictures that follow each other: whether film was spread over their fields. Then each fifth picture
 * repeats a field of the one before it, and two pictures later another one repeats the other field.
 */
final class FieldPattern {
    private static final int CYCLE = 5;

    /** From the picture that repeats the earlier field to the one that repeats the later. */
    private static final int APART = 2;

    /** So many cycles must move before anything is told of them. */
    private static final int LEAST = 3;

    private static final String REPEATED = "lavfi.idet.repeated.current_frame=";
    private static final String SCANNED = "lavfi.idet.single.current_frame=";

    private final List<String> repeated = new ArrayList<>();
    private final List<String> scanned = new ArrayList<>();

    /** Takes a line of FFmpeg's {@code metadata=print}. */
    void accept(String line) {
        if (line.startsWith(REPEATED)) {
            repeated.add(line.substring(REPEATED.length()));
        } else if (line.startsWith(SCANNED)) {
            scanned.add(line.substring(SCANNED.length()));
        }
    }

    /** Whether it can be told at all: of pictures that stand still it cannot. */
    boolean isTold() {
        return movingCycles() >= LEAST;
    }

    /** Whether it is film: repeats come every fifth picture, and hardly ever elsewhere. */
    boolean isFilm() {
        long best = IntStream.range(0, CYCLE).mapToLong(this::repeatsAt).max().orElse(0);
        long all = repeated.stream().filter(each -> !each.equals("neither")).count();
        return isTold() && best * 10 >= movingCycles() * 7 && (all - best) * 4 <= best;
    }

    /** Whether the upper field is the earlier; containers often tell the wrong one of telecined film. */
    boolean isTopFirst() {
        return count("tff") >= count("bff");
    }

    private long repeatsAt(int phase) {
        String earlier = isTopFirst() ? "top" : "bottom";
        String later = isTopFirst() ? "bottom" : "top";
        return IntStream.range(0, repeated.size())
                .filter(i -> i % CYCLE == phase && repeated.get(i).equals(earlier)
                        || i % CYCLE == (phase + APART) % CYCLE
                                && repeated.get(i).equals(later))
                .count();
    }

    private long movingCycles() {
        return IntStream.range(0, scanned.size())
                .filter(i -> !scanned.get(i).equals("undetermined"))
                .map(i -> i / CYCLE)
                .distinct()
                .count();
    }

    private long count(String kind) {
        return scanned.stream().filter(kind::equals).count();
    }
}

package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The two time limits of a call, on the monotonic clock: wall clocks are set, and a laptop's lid is closed. */
final class Deadlines {
    private final Limits limits;
    private final Movement movement;
    private final long start = System.nanoTime();
    private long moved = start;

    Deadlines(Limits limits, Movement movement) {
        this.limits = limits;
        this.movement = movement;
    }

    /** Hands a line on. The time that its taker needs is not held against the program that got further. */
    void pass(String line, Consumer<String> output) {
        boolean further = movement.shownBy(line);
        output.accept(line);
        if (further) {
            moved = System.nanoTime();
        }
    }

    /** Which limit is over, if one is. */
    Optional<ProgramException.Cause> over() {
        if (elapsed().compareTo(limits.total()) >= 0) {
            return Optional.of(ProgramException.Cause.TIMED_OUT);
        }
        boolean stale = since(moved).compareTo(limits.noProgress()) >= 0;
        return stale ? Optional.of(ProgramException.Cause.STALE) : Optional.empty();
    }

    Duration elapsed() {
        return since(start);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}

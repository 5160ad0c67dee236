package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * How a program call that exited with 0 went.
 *
 * @param wall wall-clock time
 * @param cpu user and system CPU time of the program, as it reports it itself; zero where it does not
 * @param lastErrorLines the last lines of its standard error
 */
public record Outcome(Duration wall, Duration cpu, List<String> lastErrorLines) {
    public Outcome {
        lastErrorLines = List.copyOf(lastErrorLines);
    }
}

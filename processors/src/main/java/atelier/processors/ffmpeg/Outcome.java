package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.List;

/**
 * How a program call that exited with 0 went.
 *
 * @param wall wall-clock time
 * @param cpu user and system CPU time of the program: as it states it at its end, where {@code -benchmark} at log level
 *     {@code info} asks for it; else as last seen while it ran, up to 0.2 s too little
 * @param lastErrorLines the last lines of its standard error
 */
public record Outcome(Duration wall, Duration cpu, List<String> lastErrorLines) {
    public Outcome {
        lastErrorLines = List.copyOf(lastErrorLines);
    }
}

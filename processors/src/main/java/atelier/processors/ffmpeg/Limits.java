package atelier.processors.ffmpeg;

import java.time.Duration;

/**
 * What one program call may use.
 *
 * @param total wall-clock time after which it is stopped
 * @param noProgress wall-clock time without a line on standard output after which it counts as stale
 * @param memoryBytes address space, in bytes; 0: not limited
 * @param outputBytes largest file it may write, in bytes; 0: not limited
 */
public record Limits(Duration total, Duration noProgress, long memoryBytes, long outputBytes) {}

package atelier.processors.ffmpeg;

import java.time.Duration;

/**
 * What one program call may use.
 *
 * @param total time after which it is stopped
 * @param noProgress time without progress after which it counts as stale. Of ffprobe every line on standard output is
 *     progress; of ffmpeg a change of position in the lines of {@code -progress pipe:1}, so a call without that option
 *     has this time in all
 * @param memoryBytes address space, in bytes; 0: not limited
 * @param outputBytes largest file it may write, in bytes; 0: {@link #MOST_OUTPUT}, more than any chunk or sound needs
 */
public record Limits(Duration total, Duration noProgress, long memoryBytes, long outputBytes) {
    /** 8 GiB: ten minutes, the longest chunk, at 110 Mbit/s. */
    public static final long MOST_OUTPUT = 8L << 30;

    /** Largest file it may write, in bytes. */
    long largestFile() {
        return outputBytes > 0 ? outputBytes : MOST_OUTPUT;
    }
}

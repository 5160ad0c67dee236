package atelier.processors.bucket;

import java.time.Duration;

/**
 * How a transfer that was cut is gone on with.
 *
 * @param first pause; each further one without progress is twice as long
 * @param longest pause
 * @param inAll after how long without progress it is given up, to be begun anew later
 */
public record Patience(Duration first, Duration longest, Duration inAll) {

    /** 0.5 s, 30 s, 10 min. */
    public static Patience defaults() {
        return new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /** The pause after so many failures in a row. */
    Duration pause(int failures) {
        long millis = first.toMillis() << Math.min(failures - 1, 20);
        return Duration.ofMillis(Math.min(millis, longest.toMillis()));
    }
}

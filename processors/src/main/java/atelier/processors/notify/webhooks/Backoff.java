package atelier.processors.notify.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long after a failed try the next one follows: soon at first, then over a night and a morning. */
final class Backoff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /** Part of a pause by which those of different deliveries differ, so that they do not all come at once. */
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /**
     * The pause after so many failed tries; none where it is given up.
     *
     * @param delivery its key, which decides where in the spread it lies
     */
    static Optional<Duration> after(int attempts, long delivery) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(attempts - 1);
        double place = Math.floorMod(delivery * 2_654_435_761L, 1000L) / 1000.0;
        return Optional.of(pause.plusMillis(Math.round(pause.toMillis() * SPREAD * place)));
    }
}

package atelier.processors.ingest;

import java.time.Duration;

/**
 * How long a file must rest before something is concluded from its rest.
 *
 * @param quiet for a file whose container says that it is whole
 * @param quietUnknowable for a file whose container says nothing
 * @param giveUp for a file whose container says that something is missing
 */
public record Patience(Duration quiet, Duration quietUnknowable, Duration giveUp) {

    /** 1 s, 10 s and 60 s. */
    public static Patience defaults() {
        return new Patience(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }
}

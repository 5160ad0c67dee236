package atelier.processors.notify.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one try.
 *
 * @param status of the answer, where there was one
 * @param error why it does not count as delivered
 * @param retryAfter how long the endpoint asks to be left alone
 */
record Answer(OptionalInt status, Optional<String> error, Duration retryAfter) {
    private static final int GONE = 410;

    static Answer of(int status, Duration retryAfter) {
        boolean taken = status >= 200 && status < 300;
        return new Answer(
                OptionalInt.of(status),
                taken ? Optional.empty() : Optional.of("It answered " + status + "."),
                retryAfter);
    }

    static Answer none(String error) {
        return new Answer(OptionalInt.empty(), Optional.of(error), Duration.ZERO);
    }

    boolean delivered() {
        return error.isEmpty();
    }

    /** The endpoint says that it is no more (Standard Webhooks). */
    boolean gone() {
        return status.isPresent() && status.getAsInt() == GONE;
    }

    /** Whether the endpoint is in trouble as such, whatever it is told. */
    boolean ill() {
        return !delivered() && (status.isEmpty() || status.getAsInt() >= 500 || status.getAsInt() == 429);
    }
}

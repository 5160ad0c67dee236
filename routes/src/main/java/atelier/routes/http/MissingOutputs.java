package atelier.routes.http;

import atelier.processors.batch.HealStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Outputs of which something was asked for that is not in the store. Each is looked at once in a while, in the background, one at a
 * time: whoever asks for names at random costs little. What is passed over here is found by the nightly check.
 */
@Component
class MissingOutputs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(MissingOutputs.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 100;
    private static final int MOST_REMEMBERED = 1000;

    private final HealStep step;
    private final Clock clock;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();
    private final ExecutorService healer = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> new Thread(task, "heal"),
            new ThreadPoolExecutor.DiscardPolicy());

    MissingOutputs(HealStep step, Clock clock) {
        this.step = step;
        this.clock = clock;
    }

    /** Somebody asked for a part of an output that is not there. Returns at once. */
    void asked(String fingerprint) {
        Instant now = clock.instant();
        if (looked.size() >= MOST_REMEMBERED) {
            looked.values().removeIf(at -> at.plus(AGAIN).isBefore(now));
        }
        Instant before = looked.get(fingerprint);
        boolean lately = before != null && before.plus(AGAIN).isAfter(now);
        if (!lately && looked.size() < MOST_REMEMBERED) {
            looked.put(fingerprint, now);
            healer.execute(() -> heal(fingerprint));
        }
    }

    private void heal(String fingerprint) {
        try {
            step.heal(fingerprint);
        } catch (RuntimeException e) {
            LOG.warn(
                    "It could not be seen now whether output {} is whole; the nightly check looks again.",
                    fingerprint,
                    e);
        }
    }

    @Override
    public void destroy() {
        healer.shutdownNow();
    }
}

package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Arrivals;
import atelier.processors.catalog.Arrivals.Awaited;
import atelier.processors.whole.AskStep;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Keeps players waiting that would not come back. Most give up for good after two or three answers of 503, and after some seconds without a
 * byte: so their answers begin, and every two seconds bring a box that says nothing, until there is what they asked for.
 */
@Component
class HeldAnswers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HeldAnswers.class);

    private static final Duration BREATH = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final AskStep asking;
    private final Origins origins;
    private final WaitingRoom<Awaited> room;
    private final Set<HeldAnswer> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService breathing =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "held-answers"));

    HeldAnswers(AskStep asking, Arrivals arrivals, Origins origins, AtelierProperties properties) {
        this.asking = asking;
        this.origins = origins;
        this.room =
                new WaitingRoom<>(arrivals::settled, LONGEST, properties.ask().most());
        breathing.scheduleWithFixedDelay(this::breathe, BREATH.toMillis(), BREATH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether whoever asks is to be told to come again instead: who understands that says so. */
    static boolean comesBack(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    /**
     * Begins an answer, and goes on with it where segments are served when there is one, or will never be.
     *
     * @return false where too many are held already
     */
    boolean hold(Awaited awaited, AsyncContext waiting) {
        HeldAnswer answer = new HeldAnswer(
                waiting, () -> asking.ask(awaited.fingerprint(), awaited.startTicks(), awaited.segment()));
        boolean entered = room.enter(awaited, outcome -> {
            held.remove(answer);
            answer.end();
        });
        if (entered) {
            held.add(answer);
            answer.begin(origins);
        }
        return entered;
    }

    private void breathe() {
        for (HeldAnswer each : held) {
            try {
                if (!each.breathe()) {
                    held.remove(each);
                }
            } catch (RuntimeException e) {
                LOG.warn("It could not be asked again for what a player waits for: {}", e.getMessage());
            }
        }
    }

    @Override
    public void destroy() {
        breathing.shutdownNow();
        room.close();
    }
}

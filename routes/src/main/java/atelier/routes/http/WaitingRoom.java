package atelier.routes.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests wait for something, however many, without a thread of their own: one thread looks what has come, for all at once, and only while
 * somebody waits.
 *
 * @param <K> what is waited for
 */
final class WaitingRoom<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final UnaryOperator<Set<K>> settled;
    private final Duration patience;
    private final int most;
    private final Set<Guest<K>> guests = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService doorman = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "waiting-room");
        thread.setDaemon(true);
        return thread;
    });

    private record Guest<K>(K wish, long since, Consumer<Outcome> told) {}

    /**
     * How waiting ended.
     *
     * @param came whether it came, or will never; else it took too long
     * @param waited how long
     */
    record Outcome(boolean came, Duration waited) {}

    /**
     * @param settled of what is waited for, what has come
     * @param patience how long one waits
     * @param most how many at a time
     */
    WaitingRoom(UnaryOperator<Set<K>> settled, Duration patience, int most) {
        this.settled = settled;
        this.patience = patience;
        this.most = most;
        doorman.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits.
     *
     * @param told once, on another thread
     * @return whether there is a place
     */
    boolean enter(K wish, Consumer<Outcome> told) {
        return guests.size() < most && guests.add(new Guest<>(wish, System.nanoTime(), told));
    }

    private void look() {
        if (guests.isEmpty()) {
            return;
        }
        Set<K> come = come(guests.stream().map(Guest::wish).collect(Collectors.toSet()));
        for (Guest<K> guest : List.copyOf(guests)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - guest.since());
            boolean came = come.contains(guest.wish());
            if (came || waited.compareTo(patience) >= 0) {
                guests.remove(guest);
                tell(guest, new Outcome(came, waited));
            }
        }
    }

    /** Where that cannot be told, they wait on. */
    private Set<K> come(Set<K> wishes) {
        try {
            return settled.apply(wishes);
        } catch (RuntimeException e) {
            LOG.warn("It cannot be told what has come of what {} requests wait for: {}", wishes.size(), e.getMessage());
            return Set.of();
        }
    }

    private static <K> void tell(Guest<K> guest, Outcome outcome) {
        try {
            guest.told().accept(outcome);
        } catch (RuntimeException e) {
            LOG.debug("Whoever waited for {} is gone.", guest.wish(), e);
        }
    }

    @Override
    public void close() {
        doorman.shutdownNow();
    }
}

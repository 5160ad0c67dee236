package atelier.processors.work;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets new work begin only where its result can be stored and will fit, and leave the floor free: work that runs can then be
 * finished. Reckons with what the work that runs in this process may still write.
 */
public final class Admission {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final List<Room> rooms;
    private final long floor;
    private final Duration hold;
    private final Supplier<Optional<String>> trouble;
    private final Map<String, Long> admitted = new ConcurrentHashMap<>();

    /**
     * A place that work writes to.
     *
     * @param name for people: {@code the store}
     * @param copies how often the result lies there, at most
     * @param free how many bytes are free
     */
    public record Room(String name, int copies, LongSupplier free) {}

    /** A job that was let in; to be closed when it ends. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param floor bytes that stay free
     * @param hold how long whoever is not let in is held: with very many jobs waiting, asking for each of them would keep the
     *     database busy for nothing
     * @param trouble why no result can be stored now, if so: what is made then would be made for nothing
     */
    public Admission(List<Room> rooms, long floor, Duration hold, Supplier<Optional<String>> trouble) {
        this.rooms = List.copyOf(rooms);
        this.floor = floor;
        this.hold = hold;
        this.trouble = trouble;
    }

    /**
     * Lets a job in.
     *
     * @param bytes that its result will have, about
     * @throws PostponedException if they do not fit now; what it waits for is its text
     */
    public Place admit(String job, long bytes) {
        away().or(() -> enter(job, bytes)).ifPresent(why -> {
            // Ends at once where the thread is interrupted.
            LockSupport.parkNanos(hold.toNanos());
            throw new PostponedException(why, LOOK_AGAIN);
        });
        return () -> admitted.remove(job);
    }

    /** Lets in what would be done along with a job that was let in; none where its result does not fit now. */
    public Optional<Place> admitAlong(String job, long bytes) {
        return enter(job, bytes).isPresent() ? Optional.empty() : Optional.of(() -> admitted.remove(job));
    }

    private synchronized Optional<String> enter(String job, long bytes) {
        Optional<String> why = shortage(bytes);
        if (why.isEmpty()) {
            admitted.put(job, bytes);
        }
        return why;
    }

    /** What new work waits for, if it does. */
    public Optional<String> obstacle() {
        return away().or(this::shortage);
    }

    private Optional<String> away() {
        return trouble.get().map(why -> "the store: " + why);
    }

    /** Which room there is too little of for new work, if so. */
    public Optional<String> shortage() {
        return shortage(0);
    }

    private Optional<String> shortage(long bytes) {
        long wanted =
                bytes + admitted.values().stream().mapToLong(Long::longValue).sum();
        return rooms.stream()
                .filter(room -> room.free().getAsLong() - wanted * room.copies() < floor)
                .findFirst()
                .map(room -> describe(room, wanted * room.copies()));
    }

    private String describe(Room room, long wanted) {
        String more = wanted > 0 ? ", and running and new work may need " + text(wanted) : "";
        return String.format(
                "room on the disk of %s: %s are free, %s are kept free (atelier.work.floor)%s",
                room.name(), text(room.free().getAsLong()), text(floor), more);
    }

    private static String text(long bytes) {
        return bytes < 1_000_000_000 ? bytes / 1_000_000 + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}

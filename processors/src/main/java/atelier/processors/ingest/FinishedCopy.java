package atelier.processors.ingest;

import atelier.processors.content.FileState;
import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells when a file in the inbox has really been delivered, however it comes: slowly, with pauses, preallocated, with an old
 * date, by rename.
 *
 * <p>A file is finished when it has rested, its container is whole, and no process still holds it open for writing. To be asked
 * again and again, about twice a second; from any thread.
 */
public final class FinishedCopy {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final Clock clock;
    private final Patience patience;
    private final OpenFiles openFiles = new OpenFiles();
    private final Map<Path, Rest> rests = new ConcurrentHashMap<>();
    private volatile Instant lastCleaned;

    /** What is known of a copy. */
    public sealed interface State {}

    /**
     * All of it is there.
     *
     * @param bytes its size
     */
    public record Finished(long bytes) implements State {}

    /** Still coming, or gone: ask again. */
    public record Waiting(String why) implements State {}

    /** It has stopped coming, and something is missing: to be refused as truncated. */
    public record Stuck(String why) implements State {}

    /** Since when a file has been as it is, and what its container says once somebody has looked. */
    private record Rest(FileState state, Instant since, Optional<Wholeness> wholeness) {}

    /** @param clock the clock by which files rest */
    public FinishedCopy(Clock clock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
        this.lastCleaned = clock.instant();
    }

    /**
     * Looks at a file.
     *
     * @throws IOException if it is there and cannot be read
     */
    public State check(Path file) throws IOException {
        forgetWhatIsGone();
        Optional<FileState> state = FileState.of(file);
        if (state.isEmpty()) {
            rests.remove(file);
            return new Waiting("it is gone, or not a regular file");
        }
        Rest rest = rests.compute(file, (path, before) -> continued(before, state.get()));
        Duration rested = Duration.between(rest.since(), clock.instant());
        return rested.compareTo(patience.quiet()) < 0
                ? new Waiting("it changed less than " + seconds(patience.quiet()) + " ago")
                : afterQuiet(file, rest, rested);
    }

    private Rest continued(Rest before, FileState state) {
        Instant now = clock.instant();
        // A clock that was set back starts the rest anew.
        boolean rests = before != null
                && before.state().equals(state)
                && !before.since().isAfter(now);
        return rests ? before : new Rest(state, now, Optional.empty());
    }

    private State afterQuiet(Path file, Rest rest, Duration rested) throws IOException {
        Optional<Wholeness> looked = wholeness(file, rest);
        if (looked.isEmpty()) {
            return new Waiting("it changed while it was looked at");
        }
        Wholeness wholeness = looked.get();
        if (wholeness instanceof Unknowable && rested.compareTo(patience.quietUnknowable()) < 0) {
            return new Waiting("its format does not say whether all is there: it must rest for "
                    + seconds(patience.quietUnknowable()));
        }
        if (wholeness instanceof Incomplete missing && rested.compareTo(patience.giveUp()) < 0) {
            return new Waiting(missing.why());
        }
        if (openFiles.isBeingWritten(file)) {
            return new Waiting("a program still has it open for writing");
        }
        return wholeness instanceof Incomplete missing
                ? new Stuck(missing.why() + ", and nothing has come for " + rested.toSeconds() + " s")
                : new Finished(rest.state().bytes());
    }

    /** @return empty if the file is no longer as it was when it came to rest */
    private Optional<Wholeness> wholeness(Path file, Rest rest) throws IOException {
        if (rest.wholeness().isPresent()) {
            return rest.wholeness();
        }
        try {
            Wholeness found = Wholeness.of(file);
            if (!FileState.of(file).equals(Optional.of(rest.state()))) {
                return Optional.empty();
            }
            Rest looked = new Rest(rest.state(), rest.since(), Optional.of(found));
            rests.replace(file, rest, looked);
            return looked.wholeness();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void forgetWhatIsGone() {
        Instant now = clock.instant();
        if (Duration.between(lastCleaned, now).abs().compareTo(BETWEEN_CLEANINGS) >= 0) {
            lastCleaned = now;
            rests.keySet().removeIf(path -> Files.notExists(path, LinkOption.NOFOLLOW_LINKS));
        }
    }

    /** How many files are remembered. */
    int remembered() {
        return rests.size();
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() / 1000.0 + " s";
    }
}

package atelier.processors.plan;

import atelier.processors.catalog.Places;
import atelier.processors.index.Background;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outline;
import atelier.processors.index.Outliner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks ahead while a source is read: lists its timeline by its container's index, and reads first what somebody asks for of it. What
 * the reading finds goes before what was foreseen. Whoever plans for the same input holds this object's lock.
 */
final class Foresight implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foresight.class);

    private static final long LOOK_MILLIS = 50;

    /** What is read in less needs no looking ahead. */
    private static final Duration SOON_READ = Duration.ofMillis(200);

    private final OutlineStep step;
    private final PlanInput plan;
    private final Reasons reasons;
    private final CountDownLatch over = new CountDownLatch(1);
    private final FutureTask<Optional<Ahead>> listing = new FutureTask<>(this::list);
    private final Foreseen foreseen = new Foreseen();
    private final RightOfWay way;
    private Optional<Outliner> outliner = Optional.empty();
    private Optional<Thread> attending = Optional.empty();
    private Optional<Outline> found = Optional.empty();
    private boolean wrong;
    private boolean read;

    Foresight(OutlineStep step, PlanInput plan, Reasons reasons, Clock clock) {
        this.step = step;
        this.plan = plan;
        this.reasons = reasons;
        this.way = new RightOfWay(clock, over, () -> step.isAwaited(plan));
    }

    /** The reading begins. */
    void opened(Outliner reading) {
        outliner = Optional.of(reading);
    }

    /** Something is planned: from now on it is looked ahead. */
    void begin() {
        if (attending.isEmpty() && outliner.isPresent() && !plan.targets().isEmpty()) {
            start(this::lookAhead, "outline");
            attending = Optional.of(start(this::attend, "asked"));
        }
    }

    private Thread start(Runnable work, String name) {
        Thread thread = new Thread(work, name + "-" + plan.inputId());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Lets what somebody asked for be made before more is read. */
    void giveWay() {
        way.give();
    }

    /** Compares what the reading found with what was foreseen; to be called with the lock, before it is planned. */
    void check(List<IndexedChunk> found) {
        settle(foreseen.passed(found));
    }

    /** The same of pieces of sound. */
    void checkSounds(List<IndexedSound> found) {
        settle(foreseen.passedSounds(found));
    }

    /** All is read and planned: so many chunks; to be called with the lock. */
    void checkEnd(int chunks) {
        read = true;
        settle(foreseen.ended(chunks));
    }

    private void settle(boolean same) {
        if (!same && !wrong) {
            wrong = true;
            LOG.warn(
                    "{} is cut in another way than its index tells. What was listed of it is taken back; whoever plays it has to begin anew.",
                    film());
            step.retract(plan, foreseen.chunks(), foreseen.pieces());
        }
    }

    /** What nobody waits for any more is closed here, else by whoever attends. */
    private void lookAhead() {
        listing.run();
        if (listing.isCancelled()) {
            close(found);
        }
    }

    private static void close(Optional<Outline> outline) {
        try {
            if (outline.isPresent()) {
                outline.get().close();
            }
        } catch (IOException e) {
            LOG.debug("A file that was looked ahead in is not closed.", e);
        }
    }

    /** In the background: nothing is taken from the film's first pictures, which are being made. */
    private Optional<Ahead> list() throws IOException, InterruptedException {
        Background.enter();
        if (over.await(SOON_READ.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        found = outliner.orElseThrow().outline();
        return found.isPresent() ? Optional.of(list(found.get())) : Optional.empty();
    }

    private Ahead list(Outline outline) throws IOException {
        Ahead ahead = new Ahead(outline, outline.places());
        list(ahead.places());
        LOG.debug(
                "{}: {} chunks are listed by its index.",
                film(),
                ahead.places().chunks().size());
        return ahead;
    }

    private void attend() {
        try {
            while (!listing.isDone() && !isOver()) {
                over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            Optional<Ahead> ahead = isOver() ? Optional.empty() : listing.get();
            Set<String> answered = new HashSet<>();
            while (ahead.isPresent() && !isOver()) {
                // One at a time: whoever asks last has just gone there.
                Optional<Places.Wish> asked = step.asked(plan).stream()
                        .filter(each -> answered.add(each.place().name()))
                        .findFirst();
                if (asked.isPresent()) {
                    way.ask();
                    answer(ahead.get(), asked.get());
                } else {
                    over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (IOException | RuntimeException | ExecutionException e) {
            LOG.warn("{} is listed as it is read.", film(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!listing.cancel(false)) {
                close(found);
            }
        }
    }

    private String film() {
        return plan.delivered().input().filePath();
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private synchronized void list(Outline.Places places) {
        if (read || isOver()) {
            return;
        }
        foreseen.listed(places);
        step.list(plan, places);
    }

    private void answer(Ahead ahead, Places.Wish asked) throws IOException {
        plan(ahead.read(asked.place(), foreseen));
        step.ask(asked);
        LOG.debug("{}: {} was asked for and is planned.", film(), asked.place().number());
    }

    private synchronized void plan(Outline.Named named) {
        if (!wrong) {
            foreseen.planned(named);
            step.plan(plan, named, reasons);
        }
    }

    /** The reading is over, or failed. */
    @Override
    public void close() {
        over.countDown();
        try {
            if (attending.isPresent()) {
                attending.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

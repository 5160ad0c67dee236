package atelier.processors.batch;

import atelier.processors.store.Leftovers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what nobody needs any more, some time after it was needed last: superseded editions, outputs that no plan consists
 * of, and folders of the store that the catalogue does not know. What was delivered is never touched.
 *
 * <p>Each thing goes by itself, in a transaction that holds the same lock as who could need it again: the artwork's for
 * editions and plans, the output's for its files. What is in the way is left for the next time. Cut off anywhere, what is left
 * is garbage and is collected then: no row ever says that something is there which is gone.
 */
public final class Garbage {
    private static final Logger LOG = LoggerFactory.getLogger(Garbage.class);

    /** What was begun so long ago, nobody writes any more. */
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final List<Leftovers> written;
    private final GarbageEditions editions;
    private final GarbageOutputs outputs;
    private final GarbageFolders folders;
    private final Clock clock;
    private final Duration retention;

    /**
     * @param written where writes that are cut off leave something behind
     * @param retention how long a thing stays after it was needed last
     */
    public Garbage(
            List<Leftovers> written,
            GarbageEditions editions,
            GarbageOutputs outputs,
            GarbageFolders folders,
            Clock clock,
            Duration retention) {
        this.written = List.copyOf(written);
        this.editions = editions;
        this.outputs = outputs;
        this.folders = folders;
        this.clock = clock;
        this.retention = retention;
    }

    /** Collects, or only tells what would be. */
    public GarbageReport collect(boolean dryRun) {
        Instant before = clock.instant().minus(retention);
        GarbageTally tally = new GarbageTally();
        editions.collect(before, dryRun, tally);
        outputs.collect(before, dryRun, tally);
        folders.collect(before, dryRun, tally);
        if (!dryRun) {
            written.forEach(each ->
                    tally.removes("What unfinished writes left behind in " + each, () -> removeUnfinished(each)));
        }
        GarbageReport report = tally.report(dryRun);
        LOG.info(
                "{} {} outputs, {} editions, {} things in all, {} bytes.",
                dryRun ? "Could be collected:" : "Collected:",
                report.outputs(),
                report.editions(),
                report.total(),
                report.bytes());
        report.warning().ifPresent(LOG::warn);
        return report;
    }

    private boolean removeUnfinished(Leftovers place) {
        int removed = place.removeUnfinished(clock.instant().minus(LONGEST_WRITE));
        if (removed > 0) {
            LOG.info("Writes to {} that were cut off: {} were cleared away.", place, removed);
        }
        return removed > 0;
    }
}

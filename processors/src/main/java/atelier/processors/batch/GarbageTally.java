package atelier.processors.batch;

import atelier.processors.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Counts what is collected. For one thread. */
final class GarbageTally {
    private static final Logger LOG = LoggerFactory.getLogger(GarbageTally.class);
    private static final int SHOWN = 1000;

    private final List<GarbageItem> items = new ArrayList<>();
    private Optional<String> warning = Optional.empty();
    private int outputs;
    private int editions;
    private int total;
    private long bytes;

    /** Whether it is removed; what is in the way is told, and the rest goes on. */
    boolean removes(String what, BooleanSupplier removal) {
        try {
            return removal.getAsBoolean();
        } catch (StoreException | DataAccessException e) {
            LOG.warn("{} is not collected now.", what, e);
            warn(what + " could not be collected; it is tried again the next time: " + e.getMessage());
            return false;
        }
    }

    void add(GarbageItem item) {
        if (items.size() < SHOWN) {
            items.add(item);
        }
        total++;
        bytes += item.bytes();
        outputs += item.kind().equals("output") ? 1 : 0;
        editions += item.kind().equals("edition") ? 1 : 0;
    }

    void warn(String text) {
        warning = Optional.of(text);
    }

    GarbageReport report(boolean dryRun) {
        return new GarbageReport(dryRun, outputs, editions, bytes, items, total, warning);
    }
}

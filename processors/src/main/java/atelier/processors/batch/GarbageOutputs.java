package atelier.processors.batch;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.UnusedOutputs;
import atelier.processors.catalog.UnusedOutputs.UnusedOutput;
import atelier.processors.store.Store;
import java.time.Instant;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Outputs that nobody needs any more.
 *
 * <p>In two steps, each with the output's row locked: first it is recorded that the output is not there; then its files go,
 * and its row with them. Who plans the output in between wants it, and it is made again; who plans it before or after finds
 * it whole, or finds no row. Cut off in between, it is an output that nobody needs and nobody believes to be made.
 */
public final class GarbageOutputs {
    private final UnusedOutputs unused;
    private final OutputFiles files;
    private final Store store;
    private final TransactionOperations transactions;

    public GarbageOutputs(UnusedOutputs unused, OutputFiles files, Store store, TransactionOperations transactions) {
        this.unused = unused;
        this.files = files;
        this.store = store;
        this.transactions = transactions;
    }

    void collect(Instant before, boolean dryRun, GarbageTally tally) {
        for (UnusedOutput output : unused.list(before)) {
            String what = output.kind() + " " + output.fingerprint();
            if (dryRun || tally.removes(what, () -> remove(output.fingerprint(), before))) {
                tally.add(new GarbageItem("output", what, output.bytes(), "in no plan or edition since " + before));
            }
        }
    }

    boolean remove(String fingerprint, Instant before) {
        return forget(fingerprint, before) && removeForgotten(fingerprint, before);
    }

    /** The first step. */
    boolean forget(String fingerprint, Instant before) {
        return whileUnused(fingerprint, before, () -> files.unmake(fingerprint));
    }

    /** The second step. */
    boolean removeForgotten(String fingerprint, Instant before) {
        return whileUnused(fingerprint, before, () -> {
            store.deleteAll(MediaAddress.ofOutput(fingerprint));
            unused.delete(fingerprint);
        });
    }

    private boolean whileUnused(String fingerprint, Instant before, Runnable work) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean still = files.lock(fingerprint).isPresent() && unused.isUnused(fingerprint, before);
            if (still) {
                work.run();
            }
            return still;
        }));
    }
}

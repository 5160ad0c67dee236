package atelier.processors.publish;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.PlannedSegment;
import atelier.processors.catalog.Segment;
import atelier.processors.mp4.Retimer;
import atelier.processors.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stores copies of segments for the times at which their chunks lie now: a chunk that moved is not encoded again. */
final class Placement {
    private final PlannedChunks planned;
    private final Outputs outputs;
    private final Store store;
    private final Path work;

    Placement(PlannedChunks planned, Outputs outputs, Store store, Path work) {
        this.planned = planned;
        this.outputs = outputs;
        this.store = store;
        this.work = work;
    }

    private record Missing(String fingerprint, long startTicks) {}

    /** Stores what the renditions of a plan lack. */
    void complete(long planId) {
        Set<Missing> missing = new LinkedHashSet<>();
        for (PlannedSegment each : planned.segments(planId)) {
            // Of what is still encoded only the first segments may be there, and what is placed once is not looked at
            // again.
            if (each.state().equals("made") && each.segment().isPresent() && !each.placed()) {
                missing.add(new Missing(each.fingerprint(), each.startTicks()));
            }
        }
        missing.forEach(this::place);
    }

    private void place(Missing missing) {
        List<Long> there = outputs.placements(missing.fingerprint());
        if (there.isEmpty()) {
            return;
        }
        try {
            Path scratch = Files.createTempDirectory(Files.createDirectories(work), "retime-");
            retime(missing, there.get(0), scratch);
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("Output " + missing.fingerprint() + " could not be moved in time.", e);
        }
        outputs.place(missing.fingerprint(), missing.startTicks());
    }

    private void retime(Missing missing, long from, Path scratch) throws IOException {
        List<Path> moved = new ArrayList<>();
        long at = missing.startTicks();
        for (Segment segment : outputs.segments(missing.fingerprint())) {
            String name = MediaAddress.segment(segment.number());
            Path copy = scratch.resolve("from-" + name);
            try (InputStream stored =
                    store.open(MediaAddress.ofPlacement(missing.fingerprint(), from) + "/" + name, 0)) {
                Files.copy(stored, copy);
            }
            Path target = scratch.resolve(name);
            new Retimer().retime(copy, target, at);
            Files.delete(copy);
            moved.add(target);
            at += segment.durationTicks();
        }
        store.putAll(MediaAddress.ofPlacement(missing.fingerprint(), missing.startTicks()), moved);
    }
}

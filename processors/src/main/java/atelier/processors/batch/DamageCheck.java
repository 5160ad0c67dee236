package atelier.processors.batch;

import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.BatchFinding;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether the store holds what an artwork's renditions consist of. Presence and size are looked at each time; the
 * content is read, every night that of another share of all outputs, so that each is read once in a while.
 */
public final class DamageCheck {
    private static final Duration DAY = Duration.ofDays(1);

    private final PlannedChunks planned;
    private final StoreCheck store;
    private final int nights;
    private final Clock clock;

    /** @param nights after how many nights the content of every output has been read */
    public DamageCheck(PlannedChunks planned, StoreCheck store, int nights, Clock clock) {
        this.planned = planned;
        this.store = store;
        this.nights = Math.max(1, nights);
        this.clock = clock;
    }

    /**
     * Looks at an artwork's outputs, and has those that are damaged made again.
     *
     * @param dryRun whether it only reports
     * @param thorough whether the content of all of them is read
     */
    Optional<BatchFinding> check(Artwork artwork, boolean dryRun, boolean thorough) {
        List<String> outputs = planned.of(artwork.planId().orElse(-1)).stream()
                .map(PlannedChunk::fingerprint)
                .distinct()
                .toList();
        List<String> damaged = store.damaged(outputs, each -> thorough || isTonights(each));
        if (damaged.isEmpty()) {
            return Optional.empty();
        }
        int encoded = dryRun
                ? damaged.size()
                : (int) damaged.stream()
                        .filter(each -> store.mend(each) == Mended.OUTPUT)
                        .count();
        return Optional.of(new BatchFinding(
                artwork.slug(),
                "damaged",
                damaged.size() + " outputs are missing or damaged in the store and are made again.",
                encoded,
                0));
    }

    private boolean isTonights(String fingerprint) {
        long night = clock.millis() / DAY.toMillis();
        return Math.floorMod(fingerprint.hashCode() - night, (long) nights) == 0;
    }
}

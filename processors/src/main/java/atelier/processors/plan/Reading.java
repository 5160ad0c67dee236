package atelier.processors.plan;

import atelier.processors.index.FirstPart;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.probe.MediaInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans an input while it is being read: the first chunk at once, since somebody may wait for it, then those of half a second together.
 * Each planning is a transaction; one for every chunk took most of a long film's reading. Sound that a viewer waits for is planned with the first chunk, and named by its
 * content at the end; other sound at the end, since it may be there already. Posters are planned when the first part is known.
 */
final class Reading {
    private static final Duration TOGETHER = Duration.ofMillis(500);

    private final PlanInput plan;
    private final PlanStep planStep;
    private final Reasons reasons;
    private final MediaInfo media;
    private final Clock clock;
    private final List<IndexedChunk> found = new ArrayList<>();
    private Instant next = Instant.MIN;
    private final List<IndexedChunk> first = new ArrayList<>();
    private boolean postersPlanned;
    private boolean audioPlanned;

    Reading(PlanInput plan, PlanStep planStep, Reasons reasons, MediaInfo media, Clock clock) {
        this.plan = plan;
        this.planStep = planStep;
        this.reasons = reasons;
        this.media = media;
        this.clock = clock;
    }

    /** What came of a chunk that was found. */
    enum Outcome {
        /** It is planned with those that follow. */
        KEPT,
        /** It is planned, with those that were kept before. */
        PLANNED,
        /** It is planned, and somebody waits for it to see the film's first pictures. */
        AWAITED
    }

    Outcome chunk(IndexedChunk chunk) {
        found.add(chunk);
        if (clock.instant().isBefore(next)) {
            return Outcome.KEPT;
        }
        int reused = plan();
        boolean awaited = chunk.number() == 0 && reused == 0 && planStep.isAwaited(plan);
        if (awaited) {
            planStep.planAudio(plan, Map.of(), media.durationMicros().orElse(0) / 1000, reasons);
            audioPlanned = true;
        }
        planStep.wake();
        return awaited ? Outcome.AWAITED : Outcome.PLANNED;
    }

    private int plan() {
        int reused = planStep.planChunks(plan, found, reasons);
        if (!postersPlanned) {
            first.addAll(found);
            planPosters(FirstPart.isWhole(first));
        }
        found.clear();
        next = clock.instant().plus(TOGETHER);
        return reused;
    }

    private void planPosters(boolean known) {
        if (known && !first.isEmpty()) {
            planStep.planPosters(plan, FirstPart.of(first), reasons);
            postersPlanned = true;
        }
    }

    void end(Index index) {
        if (!found.isEmpty()) {
            plan();
        }
        planPosters(!postersPlanned);
        if (audioPlanned) {
            planStep.nameAudio(plan, index.streams(), index.durationMillis());
        } else {
            planStep.planAudio(plan, index.streams(), index.durationMillis(), reasons);
        }
        planStep.wake();
    }
}

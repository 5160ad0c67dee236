package atelier.processors.plan;

import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.MediaInfo;
import java.util.Optional;

/**
 * Plans an input while it is being read. Sound that a viewer waits for is planned with the first chunk, and named by its
 * content at the end; other sound at the end, since it may be there already.
 */
final class Reading {
    private final PlanInput plan;
    private final PlanStep planStep;
    private final Reasons reasons;
    private final MediaInfo media;
    private boolean audioPlanned;

    Reading(PlanInput plan, PlanStep planStep, Reasons reasons, MediaInfo media) {
        this.plan = plan;
        this.planStep = planStep;
        this.reasons = reasons;
        this.media = media;
    }

    /** @return whether somebody waits for what was planned, to see the film's first pictures */
    boolean chunk(IndexedChunk chunk) {
        int reused = planStep.planChunk(plan, chunk, reasons);
        boolean awaited = chunk.number() == 0 && reused == 0 && planStep.isAwaited(plan);
        if (awaited) {
            planStep.planAudio(plan, Optional.empty(), media.durationMicros().orElse(0) / 1000, reasons);
            audioPlanned = true;
        }
        planStep.wake();
        return awaited;
    }

    void end(Index index) {
        Optional<String> content = media.mainAudio().map(AudioStream::index).map(index.streams()::get);
        if (audioPlanned) {
            content.ifPresent(hash -> planStep.nameAudio(plan, hash, index.durationMillis()));
        } else {
            planStep.planAudio(plan, content, index.durationMillis(), reasons);
        }
        planStep.wake();
    }
}

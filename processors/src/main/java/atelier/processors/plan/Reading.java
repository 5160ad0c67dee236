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
    private final MediaInfo media;
    private boolean audioPlanned;

    Reading(PlanInput plan, PlanStep planStep, MediaInfo media) {
        this.plan = plan;
        this.planStep = planStep;
        this.media = media;
    }

    void chunk(IndexedChunk chunk) {
        int reused = planStep.planChunk(plan, chunk);
        if (chunk.number() == 0 && reused == 0 && planStep.isAwaited(plan)) {
            planStep.planAudio(plan, Optional.empty(), media.durationMicros().orElse(0) / 1000);
            audioPlanned = true;
        }
        planStep.wake();
    }

    void end(Index index, long durationMillis) {
        Optional<String> content = media.mainAudio().map(AudioStream::index).map(index.streams()::get);
        if (audioPlanned) {
            content.ifPresent(hash -> planStep.nameAudio(plan, hash, durationMillis));
        } else {
            planStep.planAudio(plan, content, durationMillis);
        }
        planStep.wake();
    }
}

package atelier.processors.plan;

import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.MediaInfo;
import java.util.Optional;

/**
 * Plans an input while it is being read. Sound is planned by its content where that is known soon; a large file's sound is
 * not kept waiting for the end of the reading.
 */
final class Reading {
    /** How long the sound waits for its name by content. */
    private static final long PATIENCE_NANOS = 1_500_000_000;

    private final PlanInput plan;
    private final PlanStep planStep;
    private final MediaInfo media;
    private final long began = System.nanoTime();
    private boolean audioPlanned;

    Reading(PlanInput plan, PlanStep planStep, MediaInfo media) {
        this.plan = plan;
        this.planStep = planStep;
        this.media = media;
    }

    void chunk(IndexedChunk chunk) {
        planStep.planChunk(plan, chunk);
        if (!audioPlanned && System.nanoTime() - began > PATIENCE_NANOS) {
            planStep.planAudio(plan, Optional.empty(), media.durationMicros().orElse(0) / 1000);
            audioPlanned = true;
        }
    }

    void end(Index index, long durationMillis) {
        Optional<String> content =
                media.mainAudio().map(AudioStream::index).map(index.streams()::get);
        if (audioPlanned) {
            content.ifPresent(hash -> planStep.nameAudio(plan, hash, durationMillis));
        } else {
            planStep.planAudio(plan, content, durationMillis);
        }
    }
}

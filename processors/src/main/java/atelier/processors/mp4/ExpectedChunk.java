package atelier.processors.mp4;

import java.util.List;
import java.util.Optional;

/**
 * What the plan says an encoded chunk must be. Times in the rendition's ticks, from the chunk's start.
 *
 * @param frames presented frames
 * @param durationTicks presented duration
 * @param segmentStarts where its segments start; the first is 0
 * @param steps where the order of the frames counts, and not their times in the file
 */
public record ExpectedChunk(int frames, long durationTicks, List<Long> segmentStarts, Optional<Steps> steps) {
    /**
     * How frames are shown that come at even steps, whatever a file's own ticks are.
     *
     * @param ticks by how much later each is shown than the one before
     * @param timescale of the rendition: ticks a second
     */
    public record Steps(long ticks, long timescale) {}

    /** Of frames that come at their times. */
    public ExpectedChunk(int frames, long durationTicks, List<Long> segmentStarts) {
        this(frames, durationTicks, segmentStarts, Optional.empty());
    }

    public ExpectedChunk {
        segmentStarts = List.copyOf(segmentStarts);
        boolean ascending = true;
        for (int i = 1; i < segmentStarts.size(); i++) {
            ascending &= segmentStarts.get(i) > segmentStarts.get(i - 1);
        }
        if (frames < 1 || segmentStarts.isEmpty() || segmentStarts.get(0) != 0 || !ascending) {
            throw new IllegalArgumentException(
                    "A chunk has frames, and its segments start at 0 and ascend: " + frames + ", " + segmentStarts);
        }
        if (segmentStarts.get(segmentStarts.size() - 1) >= durationTicks) {
            throw new IllegalArgumentException(
                    "A segment starts after the chunk's end at " + durationTicks + ": " + segmentStarts);
        }
    }
}

package atelier.processors.index;

import java.util.List;

/**
 * Where a chunk lies, in the input and on the renditions' timeline, and how its renditions are cut into segments.
 *
 * @param seekPts the random access point that decoding starts at, in the input's time base; it lies before a chunk that
 *     begins inside a GOP
 * @param startPts first presented time, in the input's time base
 * @param endPts end of presentation, exclusive, in the input's time base
 * @param frames presented frames
 * @param timescale ticks a second
 * @param startTicks first presented time on the timeline
 * @param durationTicks presented duration
 * @param frameTicks duration of each frame; 0 where it varies in this chunk
 * @param nominalTicks duration of a frame at the input's constant rate; 0 where the input has none
 * @param keyFrames times of the renditions' key frames, from the chunk's start, in ticks; the first is 0
 * @param segmentStarts times at which the renditions' segments start: some of {@code keyFrames}; the first is 0
 * @param copy where the coded pictures themselves can be cut
 * @param every of how many of the input's pictures one is shown: more than 1 where there are more than 60 a second
 * @param telecined whether film is shown that was spread over the pictures: four of five
 */
public record ChunkSpan(
        long seekPts,
        long startPts,
        long endPts,
        int frames,
        int timescale,
        long startTicks,
        long durationTicks,
        long frameTicks,
        long nominalTicks,
        List<Long> keyFrames,
        List<Long> segmentStarts,
        CopyCuts copy,
        int every,
        boolean telecined) {
    public ChunkSpan {
        // What was recorded before there was any copying has none.
        copy = copy == null ? CopyCuts.NONE : copy;
        every = Math.max(1, every);
        keyFrames = List.copyOf(keyFrames);
        segmentStarts = List.copyOf(segmentStarts);
    }

    /** A chunk that cannot be cut without decoding it. */
    public ChunkSpan(
            long seekPts,
            long startPts,
            long endPts,
            int frames,
            int timescale,
            long startTicks,
            long durationTicks,
            long frameTicks,
            long nominalTicks,
            List<Long> keyFrames,
            List<Long> segmentStarts) {
        this(
                seekPts,
                startPts,
                endPts,
                frames,
                timescale,
                startTicks,
                durationTicks,
                frameTicks,
                nominalTicks,
                keyFrames,
                segmentStarts,
                CopyCuts.NONE,
                1,
                false);
    }

    /** When it ends on the timeline, in milliseconds. */
    long endMillis() {
        return Math.round(1000.0 * (startTicks + durationTicks) / timescale);
    }

    /** FFmpeg's filters that leave its pictures of film where it is telecined, each at its time. */
    public String filmFilters() {
        return Pulldown.filters(this);
    }

    /** Frames a second: the input's constant rate, or this chunk's average where there is none. */
    public double rate() {
        return nominalTicks > 0 ? (double) timescale / nominalTicks : frames / seconds();
    }

    /** Presented duration, in seconds. */
    public double seconds() {
        return (double) durationTicks / timescale;
    }
}

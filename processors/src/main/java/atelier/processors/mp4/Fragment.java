package atelier.processors.mp4;

/**
 * A fragment ({@code moof} and {@code mdat}) of one track in a file. Times are in the track's ticks, as the file has
 * them.
 *
 * @param offset position of the moof
 * @param moofSize bytes of the moof
 * @param size bytes of moof and mdat, and of anything between them
 * @param baseDecodeTime decode time of the first sample; below 0 where FFmpeg starts B-frames early
 * @param durationTicks sum of the samples' durations
 * @param sampleCount frames of pictures, or packets of sound
 * @param syncSampleCount how many of them can be decoded without another
 * @param firstIsSync whether the first one is such
 * @param firstPresentation when the first one is presented
 * @param earliestPresentation when the one presented first is presented
 */
public record Fragment(
        long offset,
        long moofSize,
        long size,
        long baseDecodeTime,
        long durationTicks,
        int sampleCount,
        int syncSampleCount,
        boolean firstIsSync,
        long firstPresentation,
        long earliestPresentation) {

    /** Position of the first byte after it. */
    public long end() {
        return offset + size;
    }

    /** Decode time of what should follow it. */
    public long endDecodeTime() {
        return baseDecodeTime + durationTicks;
    }
}

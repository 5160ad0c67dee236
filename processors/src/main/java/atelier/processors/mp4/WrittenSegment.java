package atelier.processors.mp4;

import java.nio.file.Path;

/**
 * A segment on the disk, flushed: one fragment.
 *
 * @param path of the file
 * @param bytes of the file
 * @param startTicks on the rendition's timeline
 * @param durationTicks presented duration
 * @param sampleCount frames of pictures, or packets of sound
 * @param firstSampleEnd bytes from the segment's start to the end of its first sample: for pictures, its description
 *     and the key frame, which is the byte range that an I-frame playlist gives
 */
public record WrittenSegment(
        Path path, long bytes, long startTicks, long durationTicks, int sampleCount, long firstSampleEnd) {

    /** When what follows it starts. */
    public long endTicks() {
        return startTicks + durationTicks;
    }
}

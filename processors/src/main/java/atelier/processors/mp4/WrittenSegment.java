package atelier.processors.mp4;

import java.nio.file.Path;
import java.util.List;

/**
 * A segment on the disk, flushed.
 *
 * @param path of the file
 * @param bytes of the file
 * @param startTicks on the rendition's timeline
 * @param durationTicks presented duration
 * @param sampleCount frames of pictures, or packets of sound
 * @param syncs its fragments that start with a key frame; for sound, all of them
 */
public record WrittenSegment(
        Path path, long bytes, long startTicks, long durationTicks, int sampleCount, List<SyncPosition> syncs) {
    public WrittenSegment {
        syncs = List.copyOf(syncs);
    }

    /** When what follows it starts. */
    public long endTicks() {
        return startTicks + durationTicks;
    }
}

package atelier.processors.mp4;

/**
 * A segment as it is stored.
 *
 * @param bytes where to read it
 * @param size in bytes
 * @param startTicks on the rendition's timeline
 * @param durationTicks presented duration
 */
public record StoredSegment(ByteSource bytes, long size, long startTicks, long durationTicks) {

    /** When what follows it starts. */
    public long endTicks() {
        return startTicks + durationTicks;
    }
}

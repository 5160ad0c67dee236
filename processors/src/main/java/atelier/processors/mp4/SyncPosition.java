package atelier.processors.mp4;

/**
 * A key frame in a segment, for I-frame playlists and fast seeking.
 *
 * @param startTicks when it is presented, on the rendition's timeline
 * @param offset in the segment, of the moof that describes it
 * @param length bytes from there to the end of the key frame
 */
public record SyncPosition(long startTicks, long offset, long length) {}

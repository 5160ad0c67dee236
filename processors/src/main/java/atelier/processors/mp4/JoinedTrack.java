package atelier.processors.mp4;

import java.util.List;

/**
 * A rendition as a track of a joined file.
 *
 * @param init its init segment; its track id is also the one in its segments
 * @param segments in order
 */
public record JoinedTrack(InitSegment init, List<StoredSegment> segments) {
    public JoinedTrack {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("A track has segments");
        }
    }

    /** When its last segment ends, in its ticks. */
    long endTicks() {
        return segments.get(segments.size() - 1).endTicks();
    }

    double seconds(long ticks) {
        return (double) ticks / init.timescale();
    }
}

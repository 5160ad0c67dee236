package atelier.processors.mp4;

import java.util.List;

/**
 * A chunk, cut and checked.
 *
 * @param init the canonical init segment that its segments need
 * @param segments in order
 */
public record WrittenChunk(InitSegment init, List<WrittenSegment> segments) {
    public WrittenChunk {
        segments = List.copyOf(segments);
    }
}

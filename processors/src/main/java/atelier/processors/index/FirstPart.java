package atelier.processors.index;

import java.util.List;

/** The first part of a film, of which a poster is chosen: it determines the poster, so it is part of its name. */
public final class FirstPart {
    /** Films begin with black, titles and logos; that long they seldom last. */
    public static final int SECONDS = 20;

    private FirstPart() {}

    /** Whether a chunk begins in it. */
    public static boolean has(IndexedChunk chunk) {
        ChunkSpan span = chunk.span();
        return span.startTicks() < (long) SECONDS * span.timescale();
    }

    /** Those of a film's first chunks that begin in it. */
    public static List<IndexedChunk> of(List<IndexedChunk> chunks) {
        return chunks.stream().takeWhile(FirstPart::has).toList();
    }

    /** Whether all of it is there among the first chunks of a film. */
    public static boolean isWhole(List<IndexedChunk> chunks) {
        return chunks.stream().anyMatch(chunk -> !has(chunk));
    }
}

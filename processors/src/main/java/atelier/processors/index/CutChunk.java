package atelier.processors.index;

import java.util.function.Supplier;

/**
 * A chunk that was cut, whose packets need not have been read.
 *
 * @param number from 0
 * @param span where it lies
 * @param content finds out its fingerprint
 */
record CutChunk(int number, ChunkSpan span, Supplier<String> content) {

    /** The chunk with its name. */
    IndexedChunk named() {
        return new IndexedChunk(number, content.get(), span);
    }
}

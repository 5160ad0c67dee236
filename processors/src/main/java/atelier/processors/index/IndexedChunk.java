package atelier.processors.index;

/**
 * A chunk as the index found it.
 *
 * @param number from 0
 * @param fingerprint SHA-256, in hexadecimal, of its coded packets, the codec configuration and its cadence
 * @param span where it lies
 */
public record IndexedChunk(int number, String fingerprint, ChunkSpan span) {}

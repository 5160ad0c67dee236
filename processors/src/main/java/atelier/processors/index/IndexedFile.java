package atelier.processors.index;

import atelier.processors.content.ContentHash;

/**
 * What is known of a file that was read to its end.
 *
 * @param index of its chunks and streams
 * @param hash of the whole file
 */
public record IndexedFile(Index index, ContentHash hash) {}

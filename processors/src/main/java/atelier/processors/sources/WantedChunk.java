package atelier.processors.sources;

import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Ratio;

/**
 * A chunk that is to be read.
 *
 * @param chunk which
 * @param stream index of the video in the file
 * @param timeBase of the video, in seconds
 * @param container FFmpeg's names of the container
 */
public record WantedChunk(IndexedChunk chunk, int stream, Ratio timeBase, String container) {}

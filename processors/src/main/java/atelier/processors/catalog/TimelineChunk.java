package atelier.processors.catalog;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.SoundSpan;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An output at its place on a rendition's timeline, made or not.
 *
 * @param number of the chunk, or of the piece of sound; 0 for what is made whole
 * @param fingerprint of the output
 * @param startTicks where it starts
 * @param durationMillis presented duration; 0 where it is not known yet
 * @param made whether it is made
 * @param span its chunk; none for sound, and what is made whole
 * @param sound its piece of sound; none for pictures, and what is made whole
 * @param copied where its input is cut as it is: how many frames are shown later than they are coded
 */
public record TimelineChunk(
        int number,
        String fingerprint,
        long startTicks,
        long durationMillis,
        boolean made,
        Optional<ChunkSpan> span,
        Optional<SoundSpan> sound,
        OptionalInt copied) {}

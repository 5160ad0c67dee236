package atelier.processors.catalog;

import java.util.OptionalInt;

/**
 * A place on a rendition's timeline that is listed before it is known what lies there.
 *
 * @param planId the plan
 * @param formatId the rendition
 * @param number of the chunk, or of the piece of sound
 * @param name stands in addresses for the fingerprint of the output
 * @param stream of a piece of sound: the index of that sound in the input
 * @param startTicks where it starts
 * @param durationMillis presented duration
 * @param span as JSON: a {@link atelier.processors.index.ChunkSpan}, or a {@link atelier.processors.index.SoundSpan}
 */
public record Place(
        long planId,
        long formatId,
        int number,
        String name,
        OptionalInt stream,
        long startTicks,
        long durationMillis,
        String span) {}

package atelier.processors.catalog;

import java.util.OptionalInt;

/**
 * A row of the plan: which output a rendition has for a chunk.
 *
 * @param planId the plan
 * @param formatId the rendition's row in {@code video_formats}
 * @param formatType its name
 * @param recipe how it is made, as JSON
 * @param artworkId whose it is
 * @param inputId what it is encoded from
 * @param sound what is a piece of a sound: the index of that sound in the input; none for all else
 * @param number of the chunk, or of the piece of sound; 0 for what is made whole
 * @param fingerprint of the output
 * @param startTicks where it starts on the timeline
 * @param expectedSegments how many segments it will have; a first guess for what is made whole
 * @param durationMillis presented duration; 0 where it is not known yet
 * @param reason why it is needed
 * @param urgency when it is made: of the most urgent plan that is followed and needs it
 * @param copied where its input is cut as it is: how many frames are shown later than they are coded
 * @param state of the output: {@code wanted}, {@code made}, {@code failed}
 */
public record PlannedChunk(
        long planId,
        long formatId,
        String formatType,
        String recipe,
        long artworkId,
        long inputId,
        OptionalInt sound,
        int number,
        String fingerprint,
        long startTicks,
        int expectedSegments,
        long durationMillis,
        String reason,
        String urgency,
        OptionalInt copied,
        String state) {}

package atelier.processors.catalog;

import java.util.OptionalInt;

/**
 * What a plan makes a rendition of, and how.
 *
 * @param formatId its row in {@code video_formats}
 * @param formatType its name
 * @param inputId what it is encoded from
 * @param inputType the form that the input was delivered as: {@code SOURCE}, or the rendition that it overrides
 * @param chunkCount how many chunks the input has, once it is read to its end
 * @param recipe every field, as JSON
 * @param recipeFingerprint SHA-256 of what of the recipe determines the output
 * @param copied how many frames are shown later than they are coded, where the input is cut into segments as it is; empty
 *     where it is encoded
 */
public record PlanRendition(
        long formatId,
        String formatType,
        long inputId,
        String inputType,
        OptionalInt chunkCount,
        String recipe,
        String recipeFingerprint,
        OptionalInt copied) {

    /** The same, once it is known whether the input is cut as it is. */
    public PlanRendition copiedWith(OptionalInt frames) {
        return new PlanRendition(
                formatId, formatType, inputId, inputType, chunkCount, recipe, recipeFingerprint, frames);
    }
}

package atelier.processors.catalog;

/**
 * A batch that looks at every artwork.
 *
 * @param id key
 * @param cause {@code nightly} or {@code called}
 * @param urgency of the plans that it makes
 * @param dryRun whether it only reports
 * @param state {@code running}, {@code done} or {@code failed}
 * @param reached key of the artwork that was looked at last
 * @param artworks how many were looked at
 * @param changed of how many something is to be made
 * @param needed how many outputs are to be made
 * @param reused how many outputs of the changed artworks are there
 */
public record Batch(
        long id,
        String cause,
        String urgency,
        boolean dryRun,
        String state,
        long reached,
        int artworks,
        int changed,
        int needed,
        int reused) {}

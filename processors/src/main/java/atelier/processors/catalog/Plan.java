package atelier.processors.catalog;

import atelier.processors.spherical.Sphere;

/**
 * Of what an artwork's renditions are made, and why so.
 *
 * @param id key
 * @param artworkId whose it is
 * @param number from 1, per artwork
 * @param sourceId the source whose timeline the renditions have
 * @param cause why it was made, for people
 * @param urgency {@code awaited}, {@code background} or {@code nightly}: when its jobs are done
 * @param complete whether all its chunks are known
 * @param sphere what its renditions are said to be
 * @param createdMillis when it was made, since the epoch
 */
public record Plan(
        long id,
        long artworkId,
        int number,
        long sourceId,
        String cause,
        String urgency,
        boolean complete,
        Sphere sphere,
        long createdMillis) {}

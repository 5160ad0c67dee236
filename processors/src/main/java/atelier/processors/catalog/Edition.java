package atelier.processors.catalog;

import java.util.List;

/**
 * A numbered publication of an artwork.
 *
 * @param id key
 * @param artworkId whose it is
 * @param planId what it publishes
 * @param number from 1, per artwork
 * @param state {@code growing}, {@code followed} (grows, but is not the current one), {@code ended} (grew to its end) or
 *     {@code sealed}
 * @param renditions the format types that it has
 * @param createdMillis when it was begun, since the epoch
 */
public record Edition(
        long id, long artworkId, long planId, int number, String state, List<String> renditions, long createdMillis) {
    public Edition {
        renditions = List.copyOf(renditions);
    }
}

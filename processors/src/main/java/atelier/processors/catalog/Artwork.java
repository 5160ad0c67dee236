package atelier.processors.catalog;

import atelier.processors.spherical.SphereAdvice;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A catalogued work.
 *
 * @param id key
 * @param slug its path below the inbox, without the extension
 * @param title what people read
 * @param state how far it is
 * @param error why it failed
 * @param inputId the source that was delivered last
 * @param planId the plan that its editions follow
 * @param durationMillis presented duration
 * @param width of the source's picture, upright, in square pixels; 0 where not known
 * @param height of the source's picture
 * @param projection {@code flat}, or how a sphere is laid on the frame
 * @param stereo {@code mono}, or how the pictures of two eyes share the frame
 * @param advice what its artist should know of that
 * @param createdMillis when it came, since the epoch
 */
public record Artwork(
        long id,
        String slug,
        String title,
        ArtworkState state,
        Optional<String> error,
        OptionalLong inputId,
        OptionalLong planId,
        OptionalLong durationMillis,
        int width,
        int height,
        String projection,
        String stereo,
        SphereAdvice advice,
        long createdMillis) {}

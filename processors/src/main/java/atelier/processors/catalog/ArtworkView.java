package atelier.processors.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An artwork as the API shows it.
 *
 * @param slug its name
 * @param title what people read
 * @param state {@code ingesting}, {@code encoding}, {@code ready} or {@code failed}
 * @param error why it failed
 * @param durationSeconds presented duration
 * @param width of the source's picture; 0 where not known
 * @param height of the source's picture; 0 where not known
 * @param projection {@code flat}, or how a sphere is laid on the frame
 * @param stereo {@code mono}, or how the pictures of two eyes share the frame
 * @param playable whether there is an edition
 * @param poster address of the poster
 * @param storyboard address of the small pictures for the seek bar, once an edition is sealed
 * @param playback the current edition
 * @param sameAs slugs of other artworks whose source has the same content: nothing is stored or encoded twice for them
 * @param progress of the work on it, 0 to 1
 * @param renditions by name
 */
public record ArtworkView(
        String slug,
        String title,
        String state,
        Optional<String> error,
        OptionalDouble durationSeconds,
        int width,
        int height,
        String projection,
        String stereo,
        boolean playable,
        Optional<String> poster,
        Optional<String> storyboard,
        Optional<Playback> playback,
        List<String> sameAs,
        double progress,
        Map<String, RenditionView> renditions) {

    /** The same with other slugs of the same content. */
    ArtworkView withSameAs(List<String> slugs) {
        return with(poster, storyboard, playback, slugs);
    }

    /** The same at other addresses. */
    public ArtworkView withAddresses(
            Optional<String> newPoster, Optional<String> newStoryboard, Optional<Playback> newPlayback) {
        return with(newPoster, newStoryboard, newPlayback, sameAs);
    }

    private ArtworkView with(
            Optional<String> newPoster,
            Optional<String> newStoryboard,
            Optional<Playback> newPlayback,
            List<String> slugs) {
        return new ArtworkView(
                slug,
                title,
                state,
                error,
                durationSeconds,
                width,
                height,
                projection,
                stereo,
                playable,
                newPoster,
                newStoryboard,
                newPlayback,
                slugs,
                progress,
                renditions);
    }

    /**
     * @param edition number of the current edition
     * @param master address of its multivariant playlist
     * @param whole address of one that lists the whole timeline, while the edition grows: what is not made yet is made when
     *     it is asked for
     */
    public record Playback(int edition, String master, Optional<String> whole) {}
}

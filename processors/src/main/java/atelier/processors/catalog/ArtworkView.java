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
 * @param findings what the artist should know of that, whole sentences
 * @param suggestion the projection that it may have, where nobody says anything of it
 * @param playable whether there is an edition
 * @param poster address of the poster, a JPEG
 * @param posterWebp address of the same as WebP, where there is one
 * @param storyboard address of the small pictures for the seek bar, once an edition is sealed
 * @param playback the current edition
 * @param sameAs slugs of other artworks whose source has the same content: nothing is stored or encoded twice for them
 * @param progress of the work on it, 0 to 1
 * @param renditions by name
 * @param leftOut which lower rendition shows as much of this film, by the names of those that are not made for that
 * @param notMade why, by the names of those that are left out for other reasons; goes after "it is"
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
        List<String> findings,
        Optional<String> suggestion,
        boolean playable,
        Optional<String> poster,
        Optional<String> posterWebp,
        Optional<String> storyboard,
        Optional<Playback> playback,
        List<String> sameAs,
        double progress,
        Map<String, RenditionView> renditions,
        Map<String, String> leftOut,
        Map<String, String> notMade) {

    /** The same with other slugs of the same content. */
    ArtworkView withSameAs(List<String> slugs) {
        return with(findings, suggestion, poster, posterWebp, storyboard, playback, slugs);
    }

    /** The same without what its artist should know. */
    ArtworkView withoutAdvice() {
        return with(List.of(), Optional.empty(), poster, posterWebp, storyboard, playback, sameAs);
    }

    /** The same at other addresses. */
    public ArtworkView withAddresses(
            Optional<String> newPoster,
            Optional<String> newWebp,
            Optional<String> newStoryboard,
            Optional<Playback> newPlayback) {
        return with(findings, suggestion, newPoster, newWebp, newStoryboard, newPlayback, sameAs);
    }

    private ArtworkView with(
            List<String> newFindings,
            Optional<String> newSuggestion,
            Optional<String> newPoster,
            Optional<String> newWebp,
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
                newFindings,
                newSuggestion,
                playable,
                newPoster,
                newWebp,
                newStoryboard,
                newPlayback,
                slugs,
                progress,
                renditions,
                leftOut,
                notMade);
    }

    /**
     * @param edition number of the current edition
     * @param master address of its multivariant playlist
     * @param whole address of one that lists the whole timeline, while the edition grows: what is not made yet is made when
     *     it is asked for
     * @param flat address of a multivariant playlist for those who cannot look around in what is a sphere, where the edition has its flat view
     * @param apple address of a multivariant playlist of what Apple's players can turn, of a sphere, where the edition has any
     * @param onDemand renditions that are made when somebody asks for them
     */
    public record Playback(
            int edition,
            String master,
            Optional<String> whole,
            Optional<String> flat,
            Optional<String> apple,
            Optional<Reachable> onDemand) {}

    /**
     * What an edition does not have, and can be had.
     *
     * @param renditions their names, the lowest first
     * @param master address of a multivariant playlist that lists them as well: who asks for one of them has it made
     */
    public record Reachable(List<String> renditions, String master) {
        public Reachable {
            renditions = List.copyOf(renditions);
        }
    }
}

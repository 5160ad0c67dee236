package atelier.processors.index;

import atelier.processors.mp4.SoundCuts;
import java.util.List;

/**
 * The sounds of an input that are cut into pieces.
 *
 * @param tracks them; none where all of its sound is made whole
 * @param cuts how their rendition is cut into segments
 */
public record SoundTracks(List<SoundTrack> tracks, SoundCuts cuts) {
    public SoundTracks {
        tracks = List.copyOf(tracks);
    }
}

package atelier.processors.conformance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules that renditions keep together: what is the same in all of them. */
final class TimelineRules {
    /** Sound is encoded in packets, and as long as the container says that the pictures are. */
    private static final double AUDIO_SECONDS = 0.25;

    /** What an override may be longer or shorter than its source. */
    private static final double TWO_FRAMES = 2 / 24.0;

    private final Findings findings;

    TimelineRules(Findings findings) {
        this.findings = findings;
    }

    /** Playlist types and target durations. */
    void playlists(List<MediaText> playlists) {
        if (playlists.isEmpty()) {
            return;
        }
        MediaText first = playlists.get(0);
        for (MediaText each : playlists) {
            findings.unless(
                    each.type().equals(first.type()),
                    Rule.PLAYLIST_TYPE,
                    each.key(),
                    "%s beside %s",
                    each.type(),
                    first.type());
            findings.unless(
                    each.target().equals(first.target()),
                    Rule.SAME_TARGET_DURATION,
                    each.key(),
                    "%s s beside %s s",
                    each.target().orElse(0),
                    first.target().orElse(0));
        }
    }

    /** Where renditions that are all there begin and end, against the longest video. */
    void ends(Collection<Track> tracks) {
        Optional<Track> longest =
                tracks.stream().filter(Track::isVideo).max(Comparator.comparingDouble(Track::endSeconds));
        longest.ifPresent(film -> tracks.forEach(each -> end(each, film)));
    }

    private void end(Track track, Track film) {
        double two = Math.max(2 * Math.max(track.frameSeconds(), film.frameSeconds()), TWO_FRAMES);
        findings.unless(
                Math.abs(track.endSeconds() - film.endSeconds()) <= (track.isVideo() ? two : AUDIO_SECONDS) + 1e-6,
                track.isVideo() ? Rule.SAME_TIMELINE : Rule.SOUND_LENGTH,
                track.playlist().key(),
                "an end at %.3f s where the film ends at %.3f s",
                track.endSeconds(),
                film.endSeconds());
    }
}

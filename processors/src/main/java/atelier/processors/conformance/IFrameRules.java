package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import atelier.processors.conformance.MultivariantText.Reference;
import atelier.processors.conformance.Track.Piece;
import atelier.processors.hls.Bandwidth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of I-frame playlists, against the videos whose key frames they list. */
final class IFrameRules {
    private static final double MILLISECOND = 0.001;
    private static final int TICKS = 1_000_000;

    private final Findings findings;

    IFrameRules(Findings findings) {
        this.findings = findings;
    }

    private record Place(Track track, Piece piece) {}

    /** Checks an I-frame playlist; the video that it is of, if it can be told. */
    Optional<Track> check(Reference reference, MediaText playlist, Collection<Track> videos) {
        findings.unless(playlist.iFramesOnly(), Rule.I_FRAMES, playlist.key(), "no EXT-X-I-FRAMES-ONLY");
        Map<String, Place> places = new HashMap<>();
        videos.forEach(track -> track.pieces().forEach(piece -> places.put(piece.key(), new Place(track, piece))));
        List<Bandwidth.Sized> sized = new ArrayList<>();
        Optional<Track> of = Optional.empty();
        double at = 0;
        for (Entry entry : playlist.entries()) {
            Optional<Place> place = Addresses.resolve(
                            playlist.key(), entry.uri().value())
                    .flatMap(key -> Optional.ofNullable(places.get(key)));
            of = of.or(() -> place.map(Place::track));
            long bytes =
                    place.map(found -> found.piece().summary().firstSampleEnd()).orElse(0L);
            findings.unless(
                    place.isPresent() && isFirstFrame(entry, found(place)),
                    Rule.I_FRAME_RANGE,
                    entry.uri().place(),
                    "%s of %s",
                    entry.range().orElse("no range"),
                    entry.uri().value());
            time(entry, place, at);
            at += entry.micros() / 1e6;
            sized.add(new Bandwidth.Sized(bytes, entry.micros()));
        }
        end(playlist, of, at);
        if (of.isPresent() && at > 0) {
            declared(
                    reference,
                    of.get(),
                    Bandwidth.measure(sized, TICKS, playlist.target().orElse(1)));
        }
        return of;
    }

    private void declared(Reference reference, Track video, Bandwidth measured) {
        VariantRules rules = new VariantRules(findings);
        rules.bandwidth(reference, measured, true);
        rules.resolution(reference, video);
        findings.unless(
                reference.text("CODECS").equals(video.init().codec()),
                Rule.CODECS,
                reference.place(),
                "%s for %s",
                reference.value("CODECS").orElse("none"),
                video.init().codec());
    }

    private static Piece found(Optional<Place> place) {
        return place.orElseThrow().piece();
    }

    /** Our segments begin with their moof. */
    private static boolean isFirstFrame(Entry entry, Piece piece) {
        return entry.range()
                .filter((piece.summary().firstSampleEnd() + "@0")::equals)
                .isPresent();
    }

    private void time(Entry entry, Optional<Place> place, double at) {
        place.ifPresent(found -> {
            double real = found.track().seconds(found.piece().startTicks());
            findings.unless(
                    Math.abs(at - real) <= Math.max(MILLISECOND, found.track().frameSeconds()),
                    Rule.I_FRAME_RANGE,
                    entry.uri().place(),
                    "%.3f s for a frame at %.3f s",
                    at,
                    real);
        });
    }

    private void end(MediaText playlist, Optional<Track> of, double at) {
        of.ifPresent(track -> findings.unless(
                Math.abs(at - track.endSeconds()) <= track.frameSeconds(),
                Rule.I_FRAME_RANGE,
                playlist.key(),
                "an end at %.3f s where the video ends at %.3f s",
                at,
                track.endSeconds()));
    }
}

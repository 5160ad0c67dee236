package atelier.processors.conformance;

import atelier.processors.conformance.Track.Piece;
import atelier.processors.mp4.Fragment;

/** Rules that the segments of a rendition keep. */
final class SegmentRules {
    private static final double MILLISECOND = 0.001;

    private final Findings findings;

    SegmentRules(Findings findings) {
        this.findings = findings;
    }

    void check(Track track) {
        findings.unless(
                track.init().sampleEntry().matches("avc1|hvc1|av01|mp4a"),
                Rule.SAMPLE_ENTRY,
                track.playlist().map().orElseThrow().place(),
                "%s",
                track.init().sampleEntry());
        track.pieces().forEach(this::keyFrame);
        durations(track);
        decodeTimes(track);
    }

    private void keyFrame(Piece piece) {
        Fragment fragment = piece.summary().fragment();
        findings.unless(fragment.firstIsSync(), Rule.KEY_FRAME, piece.place(), "no key frame in front");
        findings.unless(
                fragment.firstPresentation() == fragment.earliestPresentation(),
                Rule.KEY_FRAME,
                piece.place(),
                "a frame presented %d ticks before the first one",
                fragment.firstPresentation() - fragment.earliestPresentation());
    }

    private void durations(Track track) {
        double tick = 1.0 / track.init().timescale();
        double listed = 0;
        double real = 0;
        boolean near = true;
        for (Piece piece : track.pieces()) {
            double one = piece.entry().micros() / 1e6;
            double lasts = track.seconds(piece.durationTicks());
            listed += one;
            real += lasts;
            findings.unless(
                    Math.abs(one - lasts) <= Math.max(tick, MILLISECOND),
                    Rule.EXTINF,
                    piece.place(),
                    "%.6f s for %.6f s",
                    one,
                    lasts);
            boolean still = Math.abs(listed - real) <= track.frameSeconds();
            findings.unless(still || !near, Rule.EXTINF, piece.place(), "%.6f s for %.6f s up to here", listed, real);
            near = still;
        }
    }

    private void decodeTimes(Track track) {
        long due = 0;
        for (Piece piece : track.pieces()) {
            findings.unless(
                    Math.abs(piece.startTicks() - due) <= 1,
                    Rule.DECODE_TIME,
                    piece.place(),
                    "tfdt %d where %d is due",
                    piece.startTicks(),
                    due);
            due = piece.endTicks();
        }
    }
}

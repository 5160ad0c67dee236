package atelier.processors.conformance;

import atelier.processors.conformance.MediaText.Entry;
import atelier.processors.hls.Bandwidth;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.SegmentSummary;
import java.util.List;

/**
 * A rendition as its files say it.
 *
 * @param playlist that lists it
 * @param init its init segment
 * @param pieces its segments, in order; at least one
 */
record Track(MediaText playlist, InitSegment init, List<Piece> pieces) {
    Track {
        pieces = List.copyOf(pieces);
    }

    /**
     * A segment.
     *
     * @param entry as it is listed
     * @param key where it lies
     * @param summary what it says
     */
    record Piece(Entry entry, String key, SegmentSummary summary) {
        String place() {
            return entry.uri().place() + " (" + key + ")";
        }

        long startTicks() {
            return summary.fragment().baseDecodeTime();
        }

        long endTicks() {
            return summary.fragment().endDecodeTime();
        }

        long durationTicks() {
            return summary.fragment().durationTicks();
        }
    }

    boolean isVideo() {
        return init.handler().equals("vide");
    }

    double seconds(long ticks) {
        return ticks / (double) init.timescale();
    }

    double startSeconds() {
        return seconds(pieces.get(0).startTicks());
    }

    double endSeconds() {
        return seconds(pieces.get(pieces.size() - 1).endTicks());
    }

    long frames() {
        return pieces.stream()
                .mapToLong(piece -> piece.summary().fragment().sampleCount())
                .sum();
    }

    /** What a frame lasts, on the average. */
    double frameSeconds() {
        return (endSeconds() - startSeconds()) / frames();
    }

    /** Bit rates as they are. */
    Bandwidth measured() {
        List<Bandwidth.Sized> sized = pieces.stream()
                .map(piece -> new Bandwidth.Sized(piece.summary().size(), piece.durationTicks()))
                .toList();
        return Bandwidth.measure(sized, init.timescale(), playlist.target().orElse(1));
    }
}

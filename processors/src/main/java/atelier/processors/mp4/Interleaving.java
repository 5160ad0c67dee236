package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the segments in a joined file: by time; of those that start together, the first track's come first.
 *
 * @param segments of all tracks
 * @param leading the first track's segments, each with all that stands before its next one
 */
record Interleaving(List<StoredSegment> segments, List<Reference> leading) {
    Interleaving {
        segments = List.copyOf(segments);
        leading = List.copyOf(leading);
    }

    /**
     * A part of the file that starts with a segment of the first track.
     *
     * @param bytes of that segment and of the others up to the next part
     * @param ticks that it lasts
     */
    record Reference(long bytes, long ticks) {}

    private record Placed(int track, double seconds, StoredSegment segment) {}

    static Interleaving of(List<JoinedTrack> tracks) {
        List<Placed> placed = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            placed.addAll(placed(track, tracks.get(track)));
        }
        placed.sort(Comparator.comparingDouble(Placed::seconds).thenComparing(Placed::track));
        return new Interleaving(placed.stream().map(Placed::segment).toList(), references(placed));
    }

    private static List<Placed> placed(int number, JoinedTrack track) {
        List<Placed> placed = new ArrayList<>();
        for (StoredSegment segment : track.segments()) {
            // The file begins with the first track, so that its index covers every byte.
            boolean first = number == 0 && placed.isEmpty();
            double seconds = first ? Double.NEGATIVE_INFINITY : track.seconds(segment.startTicks());
            placed.add(new Placed(number, seconds, segment));
        }
        return placed;
    }

    private static List<Reference> references(List<Placed> placed) {
        List<Reference> references = new ArrayList<>();
        for (Placed each : placed) {
            if (each.track() == 0) {
                references.add(
                        new Reference(each.segment().size(), each.segment().durationTicks()));
            } else {
                int last = references.size() - 1;
                Reference before = references.get(last);
                references.set(
                        last, new Reference(before.bytes() + each.segment().size(), before.ticks()));
            }
        }
        return references;
    }
}

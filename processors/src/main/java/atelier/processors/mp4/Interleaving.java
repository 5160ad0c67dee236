package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of the segments in a joined file: by time; of those that start together, the first track's come first.
 *
 * @param segments of all tracks
 * @param indexes for each track, where its segments are
 */
record Interleaving(List<StoredSegment> segments, List<Index> indexes) {
    Interleaving {
        segments = List.copyOf(segments);
        indexes = List.copyOf(indexes);
    }

    /**
     * Where a track's segments are.
     *
     * @param offset of the first one, from the first byte of the first segment of all
     * @param parts from there to the end of the file
     */
    record Index(long offset, List<Part> parts) {}

    /**
     * A part of the file that starts with a segment of a track, and goes to the next one of the same track.
     *
     * @param bytes of that segment and of those of other tracks
     * @param ticks that the segment lasts
     */
    record Part(long bytes, long ticks) {}

    private record Placed(int track, double seconds, StoredSegment segment) {}

    static Interleaving of(List<JoinedTrack> tracks) {
        List<Placed> placed = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            placed.addAll(placed(track, tracks.get(track)));
        }
        placed.sort(Comparator.comparingDouble(Placed::seconds).thenComparing(Placed::track));
        return new Interleaving(placed.stream().map(Placed::segment).toList(), indexes(tracks.size(), placed));
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

    private static List<Index> indexes(int tracks, List<Placed> placed) {
        return IntStream.range(0, tracks)
                .mapToObj(track -> index(track, placed))
                .toList();
    }

    private static Index index(int track, List<Placed> placed) {
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (Placed each : placed) {
            long size = each.segment().size();
            if (each.track() == track) {
                parts.add(new Part(size, each.segment().durationTicks()));
            } else if (parts.isEmpty()) {
                before += size;
            } else {
                Part last = parts.remove(parts.size() - 1);
                parts.add(new Part(last.bytes() + size, last.ticks()));
            }
        }
        return new Index(before, parts);
    }
}

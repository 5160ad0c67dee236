package atelier.processors.sources;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.store.SourceBucket.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which packets are read to make a chunk.
 *
 * @param noted packets of the video, in the order of the file
 * @param landing the one that FFmpeg's reader comes to first
 * @param first the random access point that the chunk is decoded from
 * @param last the last that the chunk has a picture of
 */
record Window(List<NotedPacket> noted, int landing, int first, int last) {
    /** FFmpeg looks this much earlier where frames are not in the order in which they are shown (3/23 s), in seconds. */
    private static final double EARLIER = 0.14;

    /** Programs read ahead of what they show: queues between threads, frames that wait for their turn. */
    private static final int AHEAD = 64;

    /** What lies so close is asked for at once. */
    private static final long GAP = 256 << 10;

    /** What stands before a packet and belongs to it, and behind. */
    private static final long AROUND = 64 << 10;

    Window {
        noted = List.copyOf(noted);
    }

    /**
     * The window of a chunk.
     *
     * @param indexed whether FFmpeg finds random access points by an index of all packets
     * @return nothing where too little is noted
     */
    static Optional<Window> of(List<NotedPacket> noted, ChunkSpan span, Ratio timeBase, boolean indexed) {
        int first = lastKey(noted, span.seekPts());
        int last = -1;
        for (int i = 0; i < noted.size(); i++) {
            if (i >= first && noted.get(i).time() < span.endPts()) {
                last = i;
            }
        }
        if (first < 0 || last < first || noted.stream().anyMatch(each -> each.position() < 0)) {
            return Optional.empty();
        }
        long early = span.seekPts() - (long) Math.ceil(EARLIER / timeBase.value());
        int landing = indexed ? first : Math.min(first, lastKey(noted, early));
        return Optional.of(new Window(noted, Math.max(0, landing), first, last));
    }

    private static int lastKey(List<NotedPacket> noted, long time) {
        int found = -1;
        for (int i = 0; i < noted.size(); i++) {
            NotedPacket each = noted.get(i);
            if (each.key()
                    && each.time() <= time
                    && (found < 0 || each.time() >= noted.get(found).time())) {
                found = i;
            }
        }
        return found;
    }

    /** Whether the packet that is landed on may be one of which nothing is noted here. */
    boolean isCut() {
        return landing == 0;
    }

    /** How many packets are read up to the chunk's last. */
    int count() {
        return last - landing + 1;
    }

    /**
     * Where they are, with what is read ahead.
     *
     * @param apart whether what lies between packets is not read
     */
    List<Piece> pieces(boolean apart) {
        List<NotedPacket> read = noted.subList(landing, Math.min(noted.size(), last + 1 + AHEAD));
        long size = read.stream().mapToLong(NotedPacket::size).sum();
        int unknown = AHEAD - (read.size() - count());
        long behind = AROUND + size / 32 + size * unknown / read.size();
        List<Piece> pieces = new ArrayList<>();
        for (NotedPacket each : read.stream()
                .sorted(Comparator.comparingLong(NotedPacket::position))
                .toList()) {
            Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (before != null && (!apart || each.position() - before.until() <= GAP)) {
                pieces.set(pieces.size() - 1, new Piece(before.from(), Math.max(before.until(), each.end())));
            } else {
                pieces.add(new Piece(Math.max(0, each.position() - AROUND), each.end()));
            }
        }
        Piece end = pieces.get(pieces.size() - 1);
        pieces.set(pieces.size() - 1, new Piece(end.from(), end.until() + behind));
        return pieces;
    }
}

package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Everything that a joined file has before its segments: {@code ftyp}, a {@code moov} of all tracks, an index. */
final class JoinedHead {
    private static final int MOST_PARTS = 0xffff;
    private static final long LARGEST_PART = Integer.MAX_VALUE;
    /** Starts with a sync sample of type 1: ISO/IEC 14496-12, 8.16.3. */
    private static final int STARTS_WITH_KEY_FRAME = 0x90000000;

    private JoinedHead() {}

    static byte[] of(List<JoinedTrack> tracks, Interleaving order) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(tracks.get(0).init().fileType());
        boxes.add(movie(tracks));
        boxes.addAll(indexes(tracks, order));
        ByteBuffer out = ByteBuffer.allocate(boxes.stream().mapToInt(Box::size).sum());
        boxes.forEach(box -> box.writeTo(out));
        return out.array();
    }

    private static Box movie(List<JoinedTrack> tracks) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(movieHeader(tracks));
        for (int i = 0; i < tracks.size(); i++) {
            boxes.add(track(tracks.get(i).init(), i > 1));
        }
        List<Box> extension = new ArrayList<>();
        extension.add(duration(tracks));
        tracks.forEach(
                track -> extension.add(track.init().movie().container("mvex").leaf("trex")));
        boxes.add(new Box.Container("mvex", extension));
        return new Box.Container("moov", boxes);
    }

    /** Who does not know better plays the first sound: the next is another form of it, and not enabled (ISO/IEC 14496-12, 8.3.2). */
    private static Box track(InitSegment init, boolean another) {
        InitSegment said = another ? init.asAlternative() : init;
        return said.movie().container("trak");
    }

    /** Counts in the first track's ticks, so that its duration can be said exactly. */
    private static Box movieHeader(List<JoinedTrack> tracks) {
        InitSegment first = tracks.get(0).init();
        int next = 1
                + tracks.stream()
                        .mapToInt(track -> track.init().trackId())
                        .max()
                        .orElseThrow();
        return TrackHeaders.withTimescale(first.movie().leaf("mvhd"), first.timescale())
                .edited(body -> body.putInt(body.limit() - 4, next));
    }

    private static Box duration(List<JoinedTrack> tracks) {
        long timescale = tracks.get(0).init().timescale();
        long longest = tracks.stream()
                .mapToLong(track ->
                        rescaled(track.endTicks(), timescale, track.init().timescale()))
                .max()
                .orElseThrow();
        return new Box.Leaf(
                "mehd", ByteBuffer.allocate(12).putInt(1 << 24).putLong(longest).array());
    }

    private static long rescaled(long ticks, long to, long from) {
        return to == from ? ticks : Math.round((double) ticks * to / from);
    }

    /**
     * An index for each track, so that all fragments are known: FFmpeg reads no others. An index has 16 bits for the
     * number of its parts and 31 for the size of one; a file beyond that plays without.
     */
    private static List<Box> indexes(List<JoinedTrack> tracks, Interleaving order) {
        List<Box> boxes = new ArrayList<>();
        long behind = 0;
        for (int i = tracks.size() - 1; i >= 0; i--) {
            Interleaving.Index index = order.indexes().get(i);
            if (index.parts().size() > MOST_PARTS
                    || index.parts().stream().anyMatch(part -> part.bytes() > LARGEST_PART)) {
                return List.of();
            }
            Box box = index(tracks.get(i), index, behind);
            boxes.add(0, box);
            behind += box.size();
        }
        return boxes;
    }

    /**
     * {@code sidx}: ISO/IEC 14496-12, 8.16.3. With it a player seeks to any segment without reading those before.
     *
     * @param behind bytes of the indexes that stand behind it
     */
    private static Box index(JoinedTrack track, Interleaving.Index index, long behind) {
        ByteBuffer body = ByteBuffer.allocate(32 + 12 * index.parts().size());
        body.putInt(1 << 24).putInt(track.init().trackId()).putInt((int)
                track.init().timescale());
        body.putLong(track.segments().get(0).startTicks()).putLong(behind + index.offset());
        body.putShort((short) 0).putShort((short) index.parts().size());
        for (Interleaving.Part part : index.parts()) {
            body.putInt((int) part.bytes())
                    .putInt(Math.toIntExact(part.ticks()))
                    .putInt(STARTS_WITH_KEY_FRAME);
        }
        return new Box.Leaf("sidx", body.array());
    }
}

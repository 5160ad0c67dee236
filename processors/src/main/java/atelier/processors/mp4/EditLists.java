package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Edit lists: ISO/IEC 14496-12, 8.6.6. */
final class EditLists {
    private EditLists() {}

    /** The movie with one edit that starts at {@code mediaTime}, right behind its track's header. */
    static Box.Container put(Box.Container movie, long mediaTime) {
        Box.Container plain = movie.without("edts");
        List<Box> children = new ArrayList<>();
        for (Box child : plain.children()) {
            children.add(child.type().equals("trak") ? withEdit((Box.Container) child, mediaTime) : child);
        }
        return new Box.Container(plain.type(), plain.head(), children);
    }

    private static Box.Container withEdit(Box.Container track, long mediaTime) {
        List<Box> children = new ArrayList<>();
        for (Box child : track.children()) {
            children.add(child);
            if (child.type().equals("tkhd")) {
                children.add(new Box.Container("edts", List.of(edit(mediaTime))));
            }
        }
        return new Box.Container(track.type(), track.head(), children);
    }

    private static Box.Leaf edit(long mediaTime) {
        ByteBuffer body = ByteBuffer.allocate(20);
        body.putInt(0).putInt(1).putInt(0).putInt(Math.toIntExact(mediaTime)).putInt(0x00010000);
        return new Box.Leaf("elst", body.array());
    }
}

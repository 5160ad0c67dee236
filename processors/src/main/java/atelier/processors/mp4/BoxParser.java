package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses boxes in memory, bounded in depth and number, so that a hostile file costs no more than its size. */
final class BoxParser {
    private static final int DEEPEST = 12;
    private static final int MOST = 20_000;
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "edts", "mdia", "minf", "stbl", "mvex", "moof", "traf");
    /** Bytes before the children: ISO/IEC 14496-12, 8.5.2 and 12. */
    private static final Map<String, Integer> ENTRY_HEADS = Map.ofEntries(
            Map.entry("avc1", 78),
            Map.entry("avc3", 78),
            Map.entry("hvc1", 78),
            Map.entry("hev1", 78),
            Map.entry("av01", 78),
            Map.entry("mp4a", 28),
            Map.entry("ac-3", 28),
            Map.entry("ec-3", 28),
            Map.entry("Opus", 28),
            Map.entry("fLaC", 28));

    private int count;

    List<Box> boxes(ByteBuffer bytes, String parent, int depth) {
        List<Box> boxes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            boxes.add(box(bytes, parent, depth));
        }
        return boxes;
    }

    private Box box(ByteBuffer bytes, String parent, int depth) {
        if (depth > DEEPEST || ++count > MOST) {
            throw Mp4Exception.malformed("Boxes are nested or numerous beyond reason in %s", parent);
        }
        int offset = bytes.position();
        long available = bytes.remaining();
        long size = available < 8 ? 0 : Integer.toUnsignedLong(bytes.getInt());
        String type = size == 0 ? "" : BoxReader.type(bytes);
        if (size == 1 && bytes.remaining() >= 8) {
            size = bytes.getLong();
        }
        int headerSize = bytes.position() - offset;
        if (size < headerSize || size > available || headerSize == 0) {
            throw Mp4Exception.malformed("A %s box in %s claims %d bytes of %d", type, parent, size, available);
        }
        ByteBuffer body = bytes.slice(bytes.position(), (int) size - headerSize);
        bytes.position(offset + (int) size);
        return contents(type, body, parent, depth);
    }

    private Box contents(String type, ByteBuffer body, String parent, int depth) {
        int head = headSize(type, parent);
        if (head < 0) {
            return new Box.Leaf(type, rest(body));
        }
        if (body.remaining() < head) {
            throw Mp4Exception.malformed("The %s box ends too early", type);
        }
        byte[] before = new byte[head];
        body.get(before);
        return new Box.Container(type, before, boxes(body, type, depth + 1));
    }

    private static int headSize(String type, String parent) {
        if (CONTAINERS.contains(type)) {
            return 0;
        }
        if (type.equals("stsd")) {
            return 8;
        }
        return parent.equals("stsd") ? ENTRY_HEADS.getOrDefault(type, -1) : -1;
    }

    private static byte[] rest(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }
}

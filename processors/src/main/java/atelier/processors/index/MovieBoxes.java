package atelier.processors.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes of MP4 and QuickTime (ISO/IEC 14496-12, 4.2) inside one that is in memory. Never looks beyond it. Pure. */
final class MovieBoxes {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    /** Nobody has so many; a box without content takes eight bytes. */
    private static final int MOST = 10_000;

    private MovieBoxes() {}

    /** The contents of all boxes of a type. */
    static List<ByteBuffer> all(ByteBuffer parent, String type) throws OddIndexException {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 0;
        for (int boxes = 0; at + HEADER <= parent.limit(); boxes++) {
            OddIndexException.require(boxes < MOST, "there are very many boxes");
            long said = Integer.toUnsignedLong(parent.getInt(at));
            int header = said == 1 ? LONG_HEADER : HEADER;
            OddIndexException.require(header <= parent.limit() - at, "a box ends in its header");
            long size = said == 0 ? parent.limit() - at : said == 1 ? parent.getLong(at + HEADER) : said;
            OddIndexException.require(size >= header && size <= parent.limit() - at, "a box ends behind its parent");
            if (type(parent, at).equals(type)) {
                found.add(parent.slice(at + header, (int) size - header));
            }
            at += (int) size;
        }
        return found;
    }

    /** The content of the one box of a type; none where there is none. */
    static Optional<ByteBuffer> find(ByteBuffer parent, String type) throws OddIndexException {
        List<ByteBuffer> found = all(parent, type);
        OddIndexException.require(found.size() <= 1, "there is more than one " + type);
        return found.stream().findFirst();
    }

    /** The content of the box that a path of types leads to. */
    static ByteBuffer at(ByteBuffer parent, String... path) throws OddIndexException {
        ByteBuffer here = parent;
        for (String type : path) {
            here = find(here, type).orElseThrow(() -> new OddIndexException("there is no " + type));
        }
        return here;
    }

    /**
     * The entries of a table: behind version, flags and their number.
     *
     * @param bytes of one entry
     */
    static ByteBuffer entries(ByteBuffer table, int bytes) throws OddIndexException {
        return entries(table, HEADER, bytes);
    }

    /**
     * The entries of a table.
     *
     * @param head bytes before the first, of which the last four are their number
     * @param bytes of one entry
     */
    static ByteBuffer entries(ByteBuffer table, int head, int bytes) throws OddIndexException {
        OddIndexException.require(table.limit() >= head, "a table ends in its head");
        long count = Integer.toUnsignedLong(table.getInt(head - 4));
        OddIndexException.require(count * bytes <= table.limit() - head, "a table has fewer entries than it says");
        return table.slice(head, (int) count * bytes);
    }

    /** The time scale in a header: of a movie, or of a track's media. */
    static long timescale(ByteBuffer header) throws OddIndexException {
        OddIndexException.require(header.limit() >= 24, "a header is too short");
        long scale = Integer.toUnsignedLong(header.getInt(header.get(0) == 1 ? 20 : 12));
        OddIndexException.require(scale > 0, "a time scale is 0");
        return scale;
    }

    private static String type(ByteBuffer boxes, int at) {
        byte[] type = new byte[4];
        boxes.get(at + 4, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}

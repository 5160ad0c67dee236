package atelier.processors.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A box of an MP4 or QuickTime file (ISO/IEC 14496-12, 4.2): where it is.
 *
 * @param start of its size field
 * @param parents the places of the boxes around it, outermost first
 */
record IsoBox(String type, int start, int size, List<Integer> parents) {
    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "udta", "mvex", "moof", "traf");
    private static final int HEAD = 8;

    /** Every box of a file, each before those inside it; none of what is no such file. */
    static List<IsoBox> all(byte[] file) {
        List<IsoBox> boxes = new ArrayList<>();
        collect(file, 0, file.length, List.of(), boxes);
        return boxes;
    }

    /** The first of a type. */
    static IsoBox first(byte[] file, String type) {
        return all(file).stream()
                .filter(box -> box.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type + " in this file"));
    }

    int end() {
        return start + size;
    }

    int content() {
        return start + HEAD;
    }

    /** A file with this box replaced; the sizes of those around it are made right. */
    byte[] replacedIn(byte[] file, byte[] other) {
        byte[] whole = joined(Arrays.copyOf(file, start), other, Arrays.copyOfRange(file, end(), file.length));
        ByteBuffer buffer = ByteBuffer.wrap(whole);
        parents.forEach(at -> buffer.putInt(at, buffer.getInt(at) + other.length - size));
        return whole;
    }

    byte[] bytes(byte[] file) {
        return Arrays.copyOfRange(file, start, end());
    }

    /** A new box. */
    static byte[] of(String type, byte[]... content) {
        byte[] body = joined(content);
        byte[] head = ByteBuffer.allocate(HEAD)
                .putInt(HEAD + body.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .array();
        return joined(head, body);
    }

    static byte[] joined(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }

    private static void collect(byte[] file, int from, int to, List<Integer> parents, List<IsoBox> boxes) {
        int at = from;
        while (at + HEAD <= to) {
            int size = ByteBuffer.wrap(file).getInt(at);
            if (size < HEAD || size > to - at) {
                return;
            }
            IsoBox box = new IsoBox(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1), at, size, parents);
            boxes.add(box);
            if (CONTAINERS.contains(box.type)) {
                List<Integer> inside = new ArrayList<>(parents);
                inside.add(at);
                collect(file, box.content(), box.end(), List.copyOf(inside), boxes);
            }
            at += size;
        }
    }
}

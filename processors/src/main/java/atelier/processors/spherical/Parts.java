package atelier.processors.spherical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Boxes one after the other, as far as they make sense: cameras end sample entries with zeros. Nothing is copied, so that whatever sizes they
 * claim costs no memory.
 *
 * @param bodies what is in the first box of each type, behind size and type
 */
record Parts(Map<String, ByteBuffer> bodies) {
    /** More of them are in no sample entry. */
    private static final int MOST = 100;

    private static final int HEADER = 8;

    /** @param bytes from its position to its limit */
    static Parts of(ByteBuffer bytes) {
        Map<String, ByteBuffer> bodies = new HashMap<>();
        int at = bytes.position();
        for (int count = 0; count < MOST && bytes.limit() - at >= HEADER; count++) {
            int size = bytes.getInt(at);
            if (size < HEADER || size > bytes.limit() - at) {
                break;
            }
            byte[] type = new byte[4];
            bytes.get(at + 4, type);
            bodies.putIfAbsent(new String(type, StandardCharsets.ISO_8859_1), bytes.slice(at + HEADER, size - HEADER));
            at += size;
        }
        return new Parts(Map.copyOf(bodies));
    }

    /** What is in the box of that type, from its first byte on. */
    Optional<ByteBuffer> find(String type) {
        return Optional.ofNullable(bodies.get(type)).map(ByteBuffer::duplicate);
    }

    /** The boxes in the box of that type. */
    Optional<Parts> inside(String type) {
        return find(type).map(Parts::of);
    }
}

package atelier.routes.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a segment says of itself: ISO/IEC 14496-12, 8.8.8 and 8.8.12.
 *
 * @param decodeTime of its first sample, in ticks
 * @param samples how many it has
 */
record Fragment(long decodeTime, int samples) {

    static Fragment parse(byte[] segment) {
        ByteBuffer bytes = ByteBuffer.wrap(segment);
        int time = after(segment, "tfdt");
        long decodeTime = bytes.get(time) == 1 ? bytes.getLong(time + 4) : bytes.getInt(time + 4) & 0xFFFF_FFFFL;
        return new Fragment(decodeTime, bytes.getInt(after(segment, "trun") + 4));
    }

    /** Ticks a second, as an init segment says: 8.4.2. */
    static long timescale(byte[] init) {
        int header = after(init, "mdhd");
        ByteBuffer bytes = ByteBuffer.wrap(init);
        return bytes.getInt(header + (bytes.get(header) == 1 ? 20 : 12));
    }

    private static int after(byte[] bytes, String type) {
        byte[] wanted = type.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i + wanted.length;
            }
        }
        throw new AssertionError("There is no " + type + ".");
    }
}

package atelier.processors.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** The index in front of a fragmented MP4 ({@code sidx}, ISO/IEC 14496-12, 8.16.3): it tells where the last fragment ends. */
final class SegmentIndex {
    private static final int REFERENCE_BYTES = 12;
    private static final int MOST_BYTES = 32 + 65_535 * REFERENCE_BYTES;

    private SegmentIndex() {}

    /**
     * @param content where the box's content begins
     * @param end where the box ends; what it refers to is counted from there
     * @return where the last fragment ends; empty if it indexes one fragment alone (then each has its own) or other indexes
     */
    static OptionalLong lastByte(Headers headers, long content, long end) throws IOException {
        ByteBuffer box = headers.read(content, (int) Math.min(MOST_BYTES, end - content));
        boolean large = box.hasRemaining() && box.get(0) == 1;
        int references = large ? 28 : 20;
        if (box.remaining() < references + 4) {
            return OptionalLong.empty();
        }
        long offset = large ? box.getLong(references - 8) : box.getInt(references - 4) & 0xFFFFFFFFL;
        int count = box.getShort(references + 2) & 0xFFFF;
        box.position(references + 4);
        if (offset < 0 || offset > headers.size() || count < 2 || box.remaining() < count * REFERENCE_BYTES) {
            return OptionalLong.empty();
        }
        return sum(box, count, end + offset);
    }

    private static OptionalLong sum(ByteBuffer box, int count, long start) {
        long last = start;
        for (int i = 0; i < count; i++) {
            int reference = box.getInt(box.position() + i * REFERENCE_BYTES);
            // The highest bit marks a reference to another index.
            if (reference < 0) {
                return OptionalLong.empty();
            }
            last += reference;
        }
        return OptionalLong.of(last);
    }
}

package atelier.processors.ingest;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Matroska and WebM: an EBML header and one segment that says its size (RFC 8794, RFC 9559). */
final class MatroskaSegment {
    private static final long SEGMENT = 0x18538067L;
    private static final long UNKNOWN = -1;

    /** Between the EBML header and the segment there may be padding, but never much. */
    private static final int MOST_ELEMENTS = 16;

    private final Headers headers;

    MatroskaSegment(Headers headers) {
        this.headers = headers;
    }

    Wholeness wholeness() throws IOException {
        long position = 0;
        for (int elements = 0; elements < MOST_ELEMENTS && position < headers.size(); elements++) {
            ByteBuffer header = headers.read(position, 12);
            long id = vint(header, false);
            long size = vint(header, true);
            long content = position + header.position();
            if (size == UNKNOWN || id == UNKNOWN) {
                return new Unknowable();
            }
            if (id == SEGMENT) {
                return verdict(content, content + size);
            }
            position = content + size;
        }
        return new Incomplete("its segment has not begun");
    }

    private Wholeness verdict(long content, long end) throws IOException {
        if (end > headers.size()) {
            return new Incomplete(
                    "its segment should end at byte " + end + ", the file ends at byte " + headers.size());
        }
        return headers.endsHollow(content, end) ? new Unknowable() : new Whole();
    }

    /** A variable-length number of at most 8 bytes; {@link #UNKNOWN} where it is cut off, invalid, or says "unknown". */
    private static long vint(ByteBuffer from, boolean withoutMarker) {
        if (!from.hasRemaining()) {
            return UNKNOWN;
        }
        int first = from.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7 || from.remaining() < more) {
            return UNKNOWN;
        }
        long value = withoutMarker ? first & (0x7F >> more) : first;
        boolean allOnes = value == (0x7F >> more);
        for (int i = 0; i < more; i++) {
            int next = from.get() & 0xFF;
            allOnes &= next == 0xFF;
            value = value << 8 | next;
        }
        return withoutMarker && allOnes ? UNKNOWN : value;
    }
}

package atelier.processors.ingest;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;

/** MXF: the header partition says where the footer partition lies, and the footer how long it is (SMPTE ST 377-1, 7.1). */
final class MxfPartitions {
    /** The first 13 bytes of every partition pack's key; the 14th tells header, body and footer apart. */
    static final int[] PARTITION_KEY = {0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01, 0x0D, 0x01, 0x02, 0x01, 0x01};

    private static final int KEY_BYTES = 16;
    private static final int FOOTER = 0x04;

    /** A partition pack's fixed part: two versions, KAG size, and six numbers of 8 and 4 bytes up to the index's size. */
    private static final int FIELDS_BYTES = 48;

    private final Headers headers;

    MxfPartitions(Headers headers) {
        this.headers = headers;
    }

    Wholeness wholeness() throws IOException {
        Pack header = pack(0);
        if (header.isCutOff()) {
            return new Incomplete("its header partition is cut off");
        }
        long footer = header.fields().getLong(24);
        if (footer <= 0) {
            return new Unknowable();
        }
        if (footer >= headers.size()) {
            return new Incomplete(
                    "its footer should begin at byte " + footer + ", the file ends at byte " + headers.size());
        }
        return verdictOnFooter(footer);
    }

    private Wholeness verdictOnFooter(long footer) throws IOException {
        Pack pack = pack(footer);
        if (pack.isCutOff()) {
            return new Incomplete("its footer partition is cut off");
        }
        boolean isFooter =
                headers.startsWith(footer, PARTITION_KEY) && headers.startsWith(footer + PARTITION_KEY.length, FOOTER);
        if (!isFooter) {
            return headers.isZero(footer, KEY_BYTES) ? new Incomplete("its footer is not filled in") : new Unknowable();
        }
        // Both are bounded by the file's size before they are added, so the sum cannot overflow.
        long metadata = pack.fields().getLong(32);
        long index = pack.fields().getLong(40);
        long rest = headers.size() - pack.end();
        boolean fits = metadata >= 0 && index >= 0 && metadata <= rest && index <= rest && metadata + index <= rest;
        return fits ? new Whole() : new Incomplete("its footer partition is cut off");
    }

    /** A partition pack: key, length (BER), then its fields. */
    private Pack pack(long position) throws IOException {
        ByteBuffer length = headers.read(position + KEY_BYTES, 9);
        long bytes = 0;
        if (length.hasRemaining()) {
            bytes = length.get() & 0xFF;
            for (long more = bytes < 0x80 ? 0 : bytes & 0x7F, i = 0; i < more && length.hasRemaining(); i++) {
                bytes = (i == 0 ? 0 : bytes << 8) | (length.get() & 0xFF);
            }
        }
        long start = position + KEY_BYTES + length.position();
        long end = bytes < 0 || bytes > headers.size() ? headers.size() : start + bytes;
        return new Pack(headers.read(start, FIELDS_BYTES), end);
    }

    private record Pack(ByteBuffer fields, long end) {
        boolean isCutOff() {
            return fields.remaining() < FIELDS_BYTES;
        }
    }
}

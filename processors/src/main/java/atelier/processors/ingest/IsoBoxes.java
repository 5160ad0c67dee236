package atelier.processors.ingest;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * MP4 and QuickTime: a row of boxes (ISO/IEC 14496-12, 4.2), walked by their headers.
 *
 * <p>A fragmented file may end after any fragment and still look well: only one closed by {@code mfra}, or
 * with an index of all fragments in front ({@code sidx}), is known to be whole.
 */
final class IsoBoxes {
    /** A box header of ours takes some microseconds; a file of more boxes is judged by time alone. */
    private static final int MOST_BOXES = 100_000;

    private static final Set<String> PADDING = Set.of("free", "skip", "wide");

    private final Headers headers;
    private final Set<String> seen = new HashSet<>();
    private boolean hollow;
    private OptionalLong lastFragmentEnds = OptionalLong.empty();
    /** The last box has no size but lasts to the end of the file, wherever that is: it is never known to be complete. */
    private boolean openEnded;

    IsoBoxes(Headers headers) {
        this.headers = headers;
    }

    Wholeness wholeness() throws IOException {
        long position = 0;
        for (int boxes = 0; boxes < MOST_BOXES; boxes++) {
            if (position == headers.size()) {
                return verdictAtEnd();
            }
            Box box = read(position);
            if (!box.isPlausible()) {
                return verdictOnTrailer(position);
            }
            if (box.end() > headers.size()) {
                return new Incomplete("box \"" + box.type() + "\" at byte " + position + " should end at byte "
                        + box.end() + ", the file ends at byte " + headers.size());
            }
            note(box);
            position = box.end();
        }
        return new Unknowable();
    }

    private void note(Box box) throws IOException {
        seen.add(box.type());
        openEnded = box.toTheEnd();
        if (box.type().equals("sidx") && lastFragmentEnds.isEmpty()) {
            lastFragmentEnds = SegmentIndex.lastByte(headers, box.content(), box.end());
        }
        if (!PADDING.contains(box.type())) {
            hollow = headers.endsHollow(box.content(), box.end());
        }
    }

    private Wholeness verdictAtEnd() {
        if (!seen.contains("moov")) {
            return new Incomplete("its index (moov) is not there");
        }
        if (!seen.contains("mdat")) {
            return new Incomplete("its index is there, its content (mdat) is not");
        }
        if (lastFragmentEnds.isPresent() && lastFragmentEnds.getAsLong() > headers.size()) {
            return new Incomplete("its last fragment should end at byte " + lastFragmentEnds.getAsLong()
                    + ", the file ends at byte " + headers.size());
        }
        return isUnclosed() || hollow || openEnded ? new Unknowable() : new Whole();
    }

    private boolean isUnclosed() {
        return seen.contains("moof") && !seen.contains("mfra") && lastFragmentEnds.isEmpty();
    }

    /** Zeros after the last box are padding; other bytes are a camera's own trailer, or damage. */
    private Wholeness verdictOnTrailer(long position) throws IOException {
        Wholeness soFar = verdictAtEnd();
        boolean zeros = headers.isZero(position, 1 << 16);
        if (soFar instanceof Incomplete) {
            return zeros
                    ? new Incomplete("from byte " + position + " on its space is reserved, but not filled")
                    : soFar;
        }
        return zeros ? soFar : new Unknowable();
    }

    private Box read(long position) throws IOException {
        ByteBuffer header = headers.read(position, 16);
        if (header.remaining() < 8) {
            return new Box("", position, position, position, false);
        }
        long size = header.getInt() & 0xFFFFFFFFL;
        byte[] type = new byte[4];
        header.get(type);
        long content = position + 8;
        if (size == 1 && header.remaining() == 8) {
            size = header.getLong();
            content += 8;
        }
        boolean toTheEnd = size == 0;
        if (toTheEnd) {
            size = headers.size() - position;
        }
        long end = size < 0 || size > Long.MAX_VALUE - position ? Long.MAX_VALUE : position + size;
        return new Box(new String(type, StandardCharsets.ISO_8859_1), position, content, end, toTheEnd);
    }

    private record Box(String type, long start, long content, long end, boolean toTheEnd) {
        boolean isPlausible() {
            return end >= content
                    && end > start
                    && type.length() == 4
                    && type.chars().allMatch(c -> c >= ' ' && c <= '~' || c == 0xA9);
        }
    }
}

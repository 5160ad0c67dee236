package atelier.processors.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How containers write a packet that lies in the file in one piece, from the position that FFmpeg gives it. Of other
 * containers, and of packets that are written in another way, nothing is known.
 */
enum Layout {
    /** ISO/IEC 14496-12, QuickTime: the sample table says where the data begins; FFmpeg says the same of AVI's chunks. */
    PLAIN("mov", "avi") {
        @Override
        OptionalInt before(ByteBuffer head, long size) {
            return OptionalInt.of(0);
        }
    },

    /** RFC 9559, 10.1 and 10.2: the track's number as an EBML number, 16 bits of time, flags; no lacing, which packs several. */
    MATROSKA("matroska") {
        @Override
        OptionalInt before(ByteBuffer head, long size) {
            int length = Integer.numberOfLeadingZeros(at(head, 0)) - 24 + 1;
            boolean laced = (at(head, length + 2) & LACING) != 0;
            return length > 8 || laced ? OptionalInt.empty() : OptionalInt.of(length + 3);
        }
    },

    /** Adobe Flash Video 10.1, annex E.4.1: a tag of 11 bytes has its size behind its type; what it holds ends with the data. */
    FLV("flv") {
        @Override
        OptionalInt before(ByteBuffer head, long size) {
            long before = TAG + (at(head, 1) << 16 | at(head, 2) << 8 | at(head, 3)) - size;
            return before > TAG && before <= LONGEST ? OptionalInt.of((int) before) : OptionalInt.empty();
        }
    },

    /** SMPTE ST 336: a key of 16 bytes and the size, a BER length. */
    MXF("mxf") {
        @Override
        OptionalInt before(ByteBuffer head, long size) {
            int first = at(head, KEY);
            int more = first < 0x80 ? 0 : first & 0x7f;
            long said = more == 0 ? first : 0;
            for (int i = 1; i <= Math.min(more, 8); i++) {
                said = said << 8 | at(head, KEY + i);
            }
            return said == size && more <= 8 ? OptionalInt.of(KEY + 1 + more) : OptionalInt.empty();
        }
    };

    /** The most bytes that any of them has before the data. */
    static final int LONGEST = 32;

    private static final int LACING = 0x06;
    private static final int KEY = 16;
    private static final int TAG = 11;

    private final List<String> formats;

    Layout(String... formats) {
        this.formats = List.of(formats);
    }

    /** @param formats FFmpeg's names of a container, {@code matroska,webm} */
    static Optional<Layout> of(String formats) {
        List<String> names = List.of(formats.split(","));
        return Arrays.stream(values())
                .filter(layout -> layout.formats.stream().anyMatch(names::contains))
                .findFirst();
    }

    /**
     * How many bytes stand before the data.
     *
     * @param head what is at the packet's position
     * @param size of its data
     * @return nothing where it is not written in this way
     */
    abstract OptionalInt before(ByteBuffer head, long size);

    /** Behind the end there are zeros: the data itself is looked for in the file. */
    private static int at(ByteBuffer head, int index) {
        return index < head.limit() ? head.get(index) & 0xff : 0;
    }
}

package atelier.processors.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The NAL units of H.264 and HEVC data (ITU-T H.264 and H.265, 7.3.1), in either of the forms in which containers hold them.
 *
 * @param data what holds them
 * @param units each without what stands between it and the next
 */
record NalUnits(byte[] data, List<Unit> units) {

    /** From there, to there, exclusive. */
    record Unit(int from, int to) {}

    /** Behind start codes (Annex B): MPEG-TS, AVI, MXF. */
    static NalUnits marked(byte[] data) {
        List<Unit> units = new ArrayList<>();
        int next = startCode(data, 0);
        while (next < data.length) {
            int from = next + 3;
            next = startCode(data, from);
            add(data, from, next, units);
        }
        return new NalUnits(data, units);
    }

    /**
     * Behind their lengths (ISO/IEC 14496-15): MP4, Matroska.
     *
     * @param lengthBytes how many bytes a length has
     * @return nothing where lengths do not add up
     */
    static Optional<NalUnits> measured(byte[] data, int lengthBytes) {
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < data.length) {
            if (data.length - at < lengthBytes) {
                return Optional.empty();
            }
            long length = number(data, at, lengthBytes);
            at += lengthBytes;
            if (length > data.length - at) {
                return Optional.empty();
            }
            add(data, at, at + (int) length, units);
            at += (int) length;
        }
        return Optional.of(new NalUnits(data, units));
    }

    /** A big-endian number. */
    static long number(byte[] data, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | data[at + i] & 0xff;
        }
        return number;
    }

    private static int startCode(byte[] data, int from) {
        for (int i = from; i + 2 < data.length; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1) {
                return i;
            }
        }
        return data.length;
    }

    /** Zeros behind a unit, and the words of zeros that fill it up (cabac_zero_words), are none of it. */
    static void add(byte[] data, int from, int until, List<Unit> units) {
        int to = until;
        while (to > from && (data[to - 1] == 0 || isFilling(data, from, to))) {
            to--;
        }
        if (to > from) {
            units.add(new Unit(from, to));
        }
    }

    private static boolean isFilling(byte[] data, int from, int to) {
        return to - from > 3 && data[to - 1] == 3 && data[to - 2] == 0 && data[to - 3] == 0;
    }
}

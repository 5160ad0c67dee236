package atelier.processors.mp4;

import java.nio.ByteBuffer;

/**
 * Fields of {@code mvhd}, {@code tkhd} and {@code mdhd}, whose places depend on the box's version (32 or 64-bit times).
 */
final class TrackHeaders {
    private static final int ENABLED = 1;

    private TrackHeaders() {}

    static int trackId(Box.Leaf tkhd) {
        return tkhd.reader().getInt(trackIdAt(tkhd));
    }

    static Box.Leaf withTrackId(Box.Leaf tkhd, int id) {
        return tkhd.edited(body -> body.putInt(trackIdAt(tkhd), id));
    }

    /** Not enabled. */
    static Box.Leaf asAlternative(Box.Leaf tkhd) {
        return tkhd.edited(body -> body.putInt(0, body.getInt(0) & ~ENABLED));
    }

    static long timescale(Box.Leaf mdhd) {
        long timescale = Integer.toUnsignedLong(mdhd.reader().getInt(timescaleAt(mdhd)));
        if (timescale == 0) {
            throw Mp4Exception.malformed("The track has 0 ticks a second");
        }
        return timescale;
    }

    static Box.Leaf withTimescale(Box.Leaf header, long timescale) {
        return header.edited(body -> body.putInt(timescaleAt(header), (int) timescale));
    }

    /** {@code mvhd} or {@code mdhd} with times of creation and durations of 0. */
    static Box.Leaf withoutTimes(Box.Leaf header) {
        return header.edited(body -> {
            clearTimes(header, body);
            clear(body, timescaleAt(header) + 4, header.version() == 1 ? 8 : 4);
        });
    }

    static Box.Leaf trackWithoutTimes(Box.Leaf tkhd) {
        return tkhd.edited(body -> {
            clearTimes(tkhd, body);
            clear(body, trackIdAt(tkhd) + 8, tkhd.version() == 1 ? 8 : 4);
        });
    }

    /** Languages stand behind the duration, in {@code mdhd}; 0x55c4 is "und". */
    static Box.Leaf withoutLanguage(Box.Leaf mdhd) {
        return mdhd.edited(body -> body.putShort(body.limit() - 4, (short) 0x55c4));
    }

    private static void clearTimes(Box.Leaf header, ByteBuffer body) {
        clear(body, 4, header.version() == 1 ? 16 : 8);
    }

    private static void clear(ByteBuffer body, int from, int count) {
        for (int at = from; at < from + count; at++) {
            body.put(at, (byte) 0);
        }
    }

    private static int trackIdAt(Box.Leaf tkhd) {
        return tkhd.version() == 1 ? 20 : 12;
    }

    private static int timescaleAt(Box.Leaf header) {
        return header.version() == 1 ? 20 : 12;
    }
}

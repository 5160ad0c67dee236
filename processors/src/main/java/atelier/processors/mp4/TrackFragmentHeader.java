package atelier.processors.mp4;

import java.nio.ByteBuffer;

/**
 * {@code tfhd}: ISO/IEC 14496-12, 8.8.7.
 *
 * @param trackId of the track
 * @param base position in the file that data offsets count from
 * @param defaults of the samples
 */
record TrackFragmentHeader(int trackId, long base, TrackDefaults defaults) {
    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int SIZE = 0x10;
    private static final int FLAGS = 0x20;

    static TrackFragmentHeader of(Box.Leaf tfhd, long moofOffset, TrackDefaults track) {
        ByteBuffer body = tfhd.reader();
        int flags = body.getInt();
        int trackId = body.getInt();
        // Without a base, that of the first track of a fragment is the moof; and there is one track only.
        long base = (flags & BASE_DATA_OFFSET) != 0 ? body.getLong() : moofOffset;
        if ((flags & DESCRIPTION) != 0) {
            body.getInt();
        }
        long duration = (flags & DURATION) != 0 ? Integer.toUnsignedLong(body.getInt()) : track.duration();
        long size = (flags & SIZE) != 0 ? Integer.toUnsignedLong(body.getInt()) : track.size();
        int sampleFlags = (flags & FLAGS) != 0 ? body.getInt() : track.flags();
        return new TrackFragmentHeader(trackId, base, new TrackDefaults(duration, size, sampleFlags));
    }
}

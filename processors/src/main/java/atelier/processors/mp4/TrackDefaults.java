package atelier.processors.mp4;

import java.nio.ByteBuffer;

/**
 * What a fragment's samples are like unless it says otherwise ({@code trex}, overruled by {@code tfhd}).
 *
 * @param duration of a sample, in ticks
 * @param size of a sample, in bytes
 * @param flags ISO/IEC 14496-12, 8.8.3.1
 */
record TrackDefaults(long duration, long size, int flags) {

    static TrackDefaults of(Box.Leaf trex) {
        ByteBuffer body = trex.reader().position(12);
        return new TrackDefaults(
                Integer.toUnsignedLong(body.getInt()), Integer.toUnsignedLong(body.getInt()), body.getInt());
    }
}

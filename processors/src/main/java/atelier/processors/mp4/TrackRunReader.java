package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code trun} boxes of one fragment in their order: ISO/IEC 14496-12, 8.8.8. */
final class TrackRunReader {
    static final int DATA_OFFSET = 0x1;
    static final int FIRST_FLAGS = 0x4;
    static final int DURATION = 0x100;
    static final int SIZE = 0x200;
    static final int FLAGS = 0x400;
    static final int COMPOSITION = 0x800;
    /** A fragment of some seconds has hundreds; a run without fields could claim billions in 12 bytes. */
    private static final int MOST_SAMPLES = 1_000_000;

    private final TrackFragmentHeader header;
    private final List<Sample> samples = new ArrayList<>();
    private long decodeTime;
    private long offset;

    TrackRunReader(TrackFragmentHeader header, long baseDecodeTime) {
        this.header = header;
        this.decodeTime = baseDecodeTime;
        this.offset = header.base();
    }

    List<Sample> samples() {
        return samples;
    }

    void add(Box.Leaf trun) {
        ByteBuffer body = trun.reader();
        int flags = body.getInt();
        long count = Integer.toUnsignedLong(body.getInt());
        if (samples.size() + count > MOST_SAMPLES) {
            throw Mp4Exception.malformed("A fragment claims %d samples", count);
        }
        if ((flags & DATA_OFFSET) != 0) {
            offset = header.base() + body.getInt();
        }
        int firstFlags =
                (flags & FIRST_FLAGS) != 0 ? body.getInt() : header.defaults().flags();
        for (int i = 0; i < count; i++) {
            add(
                    body,
                    flags,
                    trun.version(),
                    i == 0 ? firstFlags : header.defaults().flags());
        }
    }

    private void add(ByteBuffer body, int flags, int version, int defaultFlags) {
        TrackDefaults defaults = header.defaults();
        long duration = (flags & DURATION) != 0 ? Integer.toUnsignedLong(body.getInt()) : defaults.duration();
        long size = (flags & SIZE) != 0 ? Integer.toUnsignedLong(body.getInt()) : defaults.size();
        int sampleFlags = (flags & FLAGS) != 0 ? body.getInt() : defaultFlags;
        int composition = (flags & COMPOSITION) != 0 ? body.getInt() : 0;
        long shift = version == 0 ? Integer.toUnsignedLong(composition) : composition;
        if (size > Integer.MAX_VALUE) {
            throw Mp4Exception.malformed("A sample claims %d bytes", size);
        }
        samples.add(new Sample(offset, (int) size, decodeTime, duration, sampleFlags, decodeTime + shift));
        decodeTime += duration;
        offset += size;
    }
}

package atelier.processors.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the moof of a fragment: the same samples always give the same bytes.
 *
 * @param sequence number of the fragment
 * @param trackId of the track
 * @param delayTicks added to all composition offsets; an edit list in the init segment takes it off again
 * @param samples with the times to write, and offsets in the media data that follows
 */
record FragmentHead(int sequence, int trackId, long delayTicks, List<Sample> samples) {
    private static final int MDAT_HEADER = 8;
    private static final int BASE_IS_MOOF = 0x020000;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_FLAGS = 0x20;

    /** The bytes up to the media data. */
    byte[] bytes() {
        // Data offsets depend on the size of the moof, which does not depend on them.
        int size = moof(0).size();
        return moof(size + MDAT_HEADER).toBytes();
    }

    private Box.Container moof(int dataOffset) {
        return new Box.Container("moof", List.of(sequenceBox(), new Box.Container("traf", trackBoxes(dataOffset))));
    }

    private List<Box> trackBoxes(int dataOffset) {
        List<Box> boxes = new ArrayList<>(List.of(header(), decodeTime()));
        for (List<Sample> run : runs()) {
            boxes.add(run(run, dataOffset + Math.toIntExact(run.get(0).offset())));
        }
        return boxes;
    }

    private Box sequenceBox() {
        return new Box.Leaf(
                "mfhd", ByteBuffer.allocate(8).putInt(0).putInt(sequence).array());
    }

    private Box header() {
        boolean duration = sameDurations();
        boolean flags = sameFlags();
        ByteBuffer body = ByteBuffer.allocate(8 + (duration ? 4 : 0) + (flags ? 4 : 0));
        body.putInt(BASE_IS_MOOF | (duration ? DEFAULT_DURATION : 0) | (flags ? DEFAULT_FLAGS : 0));
        body.putInt(trackId);
        if (duration) {
            body.putInt(ticks(samples.get(0).duration()));
        }
        if (flags) {
            body.putInt(laterFlags());
        }
        return new Box.Leaf("tfhd", body.array());
    }

    private Box decodeTime() {
        return new Box.Leaf(
                "tfdt",
                ByteBuffer.allocate(12)
                        .putInt(1 << 24)
                        .putLong(samples.get(0).decodeTime())
                        .array());
    }

    private Box run(List<Sample> run, int dataOffset) {
        boolean first = sameFlags() && run.get(0).flags() != laterFlags();
        boolean shifted = samples.stream().anyMatch(sample -> composition(sample) != 0);
        int fields = TrackRunReader.DATA_OFFSET
                | TrackRunReader.SIZE
                | (first ? TrackRunReader.FIRST_FLAGS : 0)
                | (sameDurations() ? 0 : TrackRunReader.DURATION)
                | (sameFlags() ? 0 : TrackRunReader.FLAGS)
                | (shifted ? TrackRunReader.COMPOSITION : 0);
        int perSample = 4 * Integer.bitCount(fields & 0xf00);
        ByteBuffer body = ByteBuffer.allocate(12 + (first ? 4 : 0) + run.size() * perSample);
        body.putInt(1 << 24 | fields).putInt(run.size()).putInt(dataOffset);
        if (first) {
            body.putInt(run.get(0).flags());
        }
        run.forEach(sample -> put(body, sample, fields));
        return new Box.Leaf("trun", body.array());
    }

    private void put(ByteBuffer body, Sample sample, int fields) {
        if ((fields & TrackRunReader.DURATION) != 0) {
            body.putInt(ticks(sample.duration()));
        }
        body.putInt(sample.size());
        if ((fields & TrackRunReader.FLAGS) != 0) {
            body.putInt(sample.flags());
        }
        if ((fields & TrackRunReader.COMPOSITION) != 0) {
            body.putInt(composition(sample));
        }
    }

    /** Never below 0, though MP4 can say it: FFmpeg's reader would show all pictures that much late. */
    private int composition(Sample sample) {
        long offset = sample.presentationOffset() + delayTicks;
        if (offset < 0) {
            throw Mp4Exception.mismatch(
                    "A frame is shown %d ticks before its turn in coding order, and the rendition's delay is %d ticks",
                    -sample.presentationOffset(), delayTicks);
        }
        return Math.toIntExact(offset);
    }

    /** Samples whose bytes follow each other. */
    private List<List<Sample>> runs() {
        List<List<Sample>> runs = new ArrayList<>();
        long end = -1;
        for (Sample sample : samples) {
            if (sample.offset() != end) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(sample);
            end = sample.offset() + sample.size();
        }
        return runs;
    }

    private boolean sameDurations() {
        long first = samples.get(0).duration();
        return samples.stream().allMatch(sample -> sample.duration() == first);
    }

    /** Whether all samples but the first are of the same kind, as it is with one key frame in front. */
    private boolean sameFlags() {
        return samples.stream().skip(1).allMatch(sample -> sample.flags() == laterFlags());
    }

    private int laterFlags() {
        return samples.get(Math.min(1, samples.size() - 1)).flags();
    }

    private static int ticks(long duration) {
        if (duration < 0 || duration > 0xffffffffL) {
            throw Mp4Exception.mismatch("A frame lasts %d ticks, which MP4 cannot say", duration);
        }
        return (int) duration;
    }
}

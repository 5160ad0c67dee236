package atelier.processors.mp4;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * What a stored segment says of itself. Times are in the track's ticks, as the segment has them.
 *
 * @param fragment its only fragment
 * @param size bytes of the segment
 * @param firstSampleEnd bytes from its start to the end of its first sample: for pictures, what an I-frame playlist lists
 * @param presentationEnd when the sample that is presented last ends
 * @param shortestSample shortest duration of a sample but the last
 */
public record SegmentSummary(
        Fragment fragment, long size, long firstSampleEnd, long presentationEnd, long shortestSample) {
    /** Holds the description of some seconds; what is longer takes a second read. */
    private static final int FIRST_READ = 8192;

    private static final int MDAT_HEADER = 8;

    /** The end of a head, and where its parts are. */
    private record Head(byte[] bytes, BoxHeader moof, BoxHeader mdat) {}

    /**
     * Reads the boxes before the media data of a segment, and nothing of that.
     *
     * @param bytes of the segment
     * @param size of the segment
     * @param init what it follows
     * @throws Mp4Exception if it is damaged, is not of that track, or is not one fragment from its start to its end
     */
    public static SegmentSummary read(ByteSource bytes, long size, InitSegment init) throws IOException {
        Head head = head(bytes, size, FIRST_READ);
        byte[] moof = java.util.Arrays.copyOfRange(
                head.bytes(), (int) head.moof().offset(), (int) head.moof().end());
        if (!(Box.parse(moof).get(0) instanceof Box.Container box)) {
            throw Mp4Exception.malformed("The moof box is empty");
        }
        TrackFragmentReader reader = new TrackFragmentReader(head.moof(), head.mdat(), init);
        return of(head, reader.samples(reader.onlyTrack(box)), size);
    }

    private static SegmentSummary of(Head head, List<Sample> samples, long size) {
        Sample first = samples.get(0);
        Sample last = samples.stream()
                .max(Comparator.comparingLong(Sample::presentationTime))
                .orElseThrow();
        return new SegmentSummary(
                MovieFragment.summary(head.moof(), head.mdat(), samples),
                size,
                first.offset() + first.size(),
                last.presentationTime() + last.duration(),
                samples.stream()
                        .limit(Math.max(1, samples.size() - 1))
                        .mapToLong(Sample::duration)
                        .min()
                        .orElseThrow());
    }

    private static Head head(ByteSource source, long size, int count) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open(0)) {
            bytes = in.readNBytes((int) Math.min(count, size));
        }
        long at = 0;
        BoxHeader box = header(bytes, at, size);
        while (!box.type().equals("moof")) {
            if (box.type().equals("mdat")) {
                throw Mp4Exception.malformed("The segment has media data before its moof box");
            }
            at = box.end();
            box = header(bytes, at, size);
        }
        long needed = box.end() + MDAT_HEADER;
        if (needed > bytes.length) {
            if (needed > BoxReader.LARGEST_WHOLE_BOX || count >= needed || needed > size) {
                throw Mp4Exception.malformed("The moof box claims %d bytes of %d", box.size(), size);
            }
            return head(source, size, (int) needed);
        }
        return new Head(bytes, box, data(bytes, box.end(), size));
    }

    private static BoxHeader data(byte[] bytes, long at, long size) {
        BoxHeader mdat = header(bytes, at, size);
        if (!mdat.type().equals("mdat") || mdat.end() != size) {
            throw Mp4Exception.malformed(
                    "The segment has %d bytes; behind its moof box is a %s box that ends at byte %d",
                    size, mdat.type(), mdat.end());
        }
        return mdat;
    }

    private static BoxHeader header(byte[] bytes, long at, long size) {
        if (at + MDAT_HEADER > bytes.length) {
            throw Mp4Exception.malformed("The segment of %d bytes has no moof box in front", size);
        }
        ByteBuffer here = ByteBuffer.wrap(bytes, (int) at, bytes.length - (int) at);
        long claimed = Integer.toUnsignedLong(here.getInt());
        String type = BoxReader.type(here);
        if (claimed < MDAT_HEADER || at + claimed > size) {
            throw Mp4Exception.malformed(
                    "The %s box at byte %d claims %d bytes of a segment of %d", type, at, claimed, size);
        }
        return new BoxHeader(type, at, MDAT_HEADER, claimed);
    }
}

package atelier.processors.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one segment: a new head and the old media data. Flushed to the disk before it is told of.
 *
 * <p>Fragments become one: FFmpeg's reader, and with it Chromium's, seeks by fragment, and of several behind one entry
 * of a joined file's index it reads the first alone.
 */
final class SegmentFile {
    private final int trackId;
    private final long delayTicks;
    private final Path target;

    SegmentFile(int trackId, long delayTicks, Path target) {
        this.trackId = trackId;
        this.delayTicks = delayTicks;
        this.target = target;
    }

    WrittenSegment write(FileChannel source, List<MovieFragment> fragments, int sequence) throws IOException {
        checkContiguous(fragments);
        List<Sample> samples = merged(fragments);
        byte[] head = new FragmentHead(sequence, trackId, delayTicks, samples).bytes();
        long dataSize = fragments.stream().mapToLong(MovieFragment::dataSize).sum();
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeAll(out, ByteBuffer.wrap(head));
            writeAll(out, dataHeader(dataSize));
            for (MovieFragment fragment : fragments) {
                copy(source, fragment.data(), fragment.dataSize(), out);
            }
            out.force(true);
        }
        return written(fragments, samples, head.length + 8, dataSize);
    }

    private WrittenSegment written(List<MovieFragment> fragments, List<Sample> samples, int headSize, long dataSize) {
        long start = fragments.get(0).start();
        return new WrittenSegment(
                target,
                headSize + dataSize,
                start,
                fragments.get(fragments.size() - 1).end() - start,
                samples.size(),
                headSize + samples.get(0).offset() + samples.get(0).size());
    }

    /** The samples of all fragments as one, with their offsets in the joined media data. */
    private static List<Sample> merged(List<MovieFragment> fragments) {
        List<Sample> samples = new ArrayList<>();
        long written = 0;
        for (MovieFragment fragment : fragments) {
            long moved = written - fragment.data();
            fragment.samples().forEach(sample -> samples.add(sample.movedBy(moved)));
            written += fragment.dataSize();
        }
        return samples;
    }

    private static void checkContiguous(List<MovieFragment> fragments) {
        for (int i = 1; i < fragments.size(); i++) {
            if (fragments.get(i).start() != fragments.get(i - 1).end()) {
                throw Mp4Exception.mismatch(
                        "The fragment before tick %d ends at tick %d",
                        fragments.get(i).start(), fragments.get(i - 1).end());
            }
        }
    }

    private static ByteBuffer dataHeader(long dataSize) {
        if (dataSize > Integer.MAX_VALUE - 8) {
            throw Mp4Exception.malformed("A fragment of %d bytes is larger than any real one", dataSize);
        }
        return ByteBuffer.allocate(8)
                .putInt((int) dataSize + 8)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .flip();
    }

    static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Appends bytes of one file to another without taking them through the heap. */
    static void copy(FileChannel source, long from, long count, FileChannel out) throws IOException {
        long done = 0;
        while (done < count) {
            long moved = source.transferTo(from + done, count - done, out);
            if (moved <= 0) {
                throw new IOException("The file became shorter while it was read, at byte " + (from + done));
            }
            done += moved;
        }
    }
}

package atelier.processors.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes one segment: fragments with new heads and their old media data. Flushed to the disk before it is told of. */
final class SegmentFile {
    private final int trackId;
    private final Path target;

    SegmentFile(int trackId, Path target) {
        this.trackId = trackId;
        this.target = target;
    }

    WrittenSegment write(FileChannel source, List<MovieFragment> fragments, int firstSequence) throws IOException {
        checkContiguous(fragments);
        List<SyncPosition> syncs = new ArrayList<>();
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            int sequence = firstSequence;
            for (MovieFragment fragment : fragments) {
                long offset = out.position();
                byte[] head = new FragmentHead(sequence++, trackId, fragment).bytes();
                writeAll(out, ByteBuffer.wrap(head));
                writeAll(out, dataHeader(fragment.dataSize()));
                copy(source, fragment.data(), fragment.dataSize(), out);
                addSync(fragment, offset, head.length + 8, syncs);
            }
            out.force(true);
            return written(fragments, out.position(), syncs);
        }
    }

    private WrittenSegment written(List<MovieFragment> fragments, long bytes, List<SyncPosition> syncs) {
        long start = fragments.get(0).start();
        return new WrittenSegment(
                target,
                bytes,
                start,
                fragments.get(fragments.size() - 1).end() - start,
                fragments.stream()
                        .mapToInt(fragment -> fragment.samples().size())
                        .sum(),
                syncs);
    }

    private static void addSync(MovieFragment fragment, long offset, int head, List<SyncPosition> syncs) {
        Sample first = fragment.samples().get(0);
        if (first.isSync()) {
            long length = head + first.offset() - fragment.data() + first.size();
            syncs.add(new SyncPosition(first.presentationTime(), offset, length));
        }
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

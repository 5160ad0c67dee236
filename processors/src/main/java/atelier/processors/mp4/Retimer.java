package atelier.processors.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves stored segments on the timeline: a chunk that now starts at another time is not encoded again. */
public final class Retimer {

    /** Where a decode time stands in a file, and what it is. */
    private record DecodeTime(long position, long ticks) {}

    /**
     * Writes a copy of a segment that starts at another time; all else is byte-identical. Flushed to the disk.
     *
     * @param segment as {@link SegmentWriter} wrote it
     * @param target the file to write; replaced if it is there
     * @param startTicks when the copy starts, on the rendition's timeline
     * @throws Mp4Exception if it is not such a segment
     */
    public void retime(Path segment, Path target, long startTicks) throws IOException {
        try (FileChannel source = FileChannel.open(segment, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            List<DecodeTime> times = decodeTimes(source, segment);
            SegmentFile.copy(source, 0, source.size(), out);
            for (DecodeTime time : times) {
                long moved = time.ticks() - times.get(0).ticks() + startTicks;
                out.write(ByteBuffer.allocate(8).putLong(moved).flip(), time.position());
            }
            out.force(true);
        }
    }

    private static List<DecodeTime> decodeTimes(FileChannel source, Path segment) throws IOException {
        BoxReader reader = new BoxReader(source);
        List<DecodeTime> times = new ArrayList<>();
        long offset = 0;
        while (offset < source.size()) {
            Optional<BoxHeader> box = reader.header(offset).filter(found -> fits(found, source));
            BoxHeader found = box.orElseThrow(
                    () -> Mp4Exception.malformed("The stored segment %s is truncated", segment.getFileName()));
            if (found.type().equals("moof")) {
                times.add(decodeTime(reader, found));
            }
            offset = found.end();
        }
        if (times.isEmpty()) {
            throw Mp4Exception.malformed("The stored segment %s has no moof box", segment.getFileName());
        }
        return times;
    }

    private static boolean fits(BoxHeader box, FileChannel source) {
        try {
            return box.end() <= source.size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Finds tfdt by walking down the moof, adding up positions. */
    private static DecodeTime decodeTime(BoxReader reader, BoxHeader moof) throws IOException {
        BoxHeader traf = child(reader, moof, "traf");
        BoxHeader tfdt = child(reader, traf, "tfdt");
        ByteBuffer bytes = ByteBuffer.wrap(reader.bytes(tfdt));
        if (bytes.limit() != 20 || bytes.get(8) != 1) {
            throw Mp4Exception.unsupported("The segment has a decode time of 32 bits");
        }
        return new DecodeTime(tfdt.offset() + 12, bytes.getLong(12));
    }

    private static BoxHeader child(BoxReader reader, BoxHeader parent, String type) throws IOException {
        long offset = parent.bodyOffset();
        while (offset < parent.end()) {
            Optional<BoxHeader> box = reader.header(offset).filter(found -> found.end() <= parent.end());
            if (box.isEmpty()) {
                break;
            }
            if (box.get().type().equals(type)) {
                return box.get();
            }
            offset = box.get().end();
        }
        throw Mp4Exception.malformed("There is no %s box in %s", type, parent.type());
    }
}

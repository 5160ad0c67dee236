package atelier.processors.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what FFmpeg wrote into stored segments on a rendition's timeline. Coded data is copied as it is; what describes it
 * is written anew: track id, fragment numbers, times. The same input always gives the same bytes.
 */
public final class SegmentWriter {
    private final int trackId;

    /** @param trackId of every segment: 1 for pictures, 2 for sound, so that both can be joined into one file */
    public SegmentWriter(int trackId) {
        this.trackId = trackId;
    }

    /**
     * Cuts an encoded chunk into {@code folder/00000.m4s}, {@code 00001.m4s} … and checks it against the plan.
     *
     * @param encoded what FFmpeg wrote: a fragment per key frame, the first frame presented at any time
     * @param expected what it must be
     * @param startTicks where the chunk starts on the rendition's timeline
     * @param folder must exist; files of the same names are replaced
     * @throws Mp4Exception if it is damaged, or not what was planned; says what differs
     */
    public WrittenChunk writeChunk(Path encoded, ExpectedChunk expected, long startTicks, Path folder)
            throws IOException {
        Fragments found = Fragments.scan(encoded);
        try (FileChannel file = FileChannel.open(encoded, StandardOpenOption.READ)) {
            List<MovieFragment> timed =
                    new ChunkTiming(read(file, found.init(), found.list()), expected, startTicks).timed();
            return new WrittenChunk(
                    found.init().canonical().withTrackId(trackId),
                    write(file, SegmentCuts.cut(timed, expected, startTicks), folder));
        }
    }

    /**
     * Writes one segment of whole fragments and leaves their spacing as it is: for sound, while FFmpeg still writes the
     * file.
     *
     * @param encoded the file, which may be growing
     * @param init its init segment
     * @param run fragments that follow each other
     * @param shiftTicks added to all times
     * @param firstSequence number of the segment's first fragment
     * @param target the file to write
     * @throws Mp4Exception if the fragments do not follow each other without a gap
     */
    public WrittenSegment writeRun(
            Path encoded, InitSegment init, List<Fragment> run, long shiftTicks, int firstSequence, Path target)
            throws IOException {
        try (FileChannel file = FileChannel.open(encoded, StandardOpenOption.READ)) {
            List<MovieFragment> shifted = read(file, init, run).stream()
                    .map(fragment -> fragment.shifted(shiftTicks))
                    .toList();
            return new SegmentFile(trackId, target).write(file, shifted, firstSequence);
        }
    }

    private List<WrittenSegment> write(FileChannel file, List<List<MovieFragment>> segments, Path folder)
            throws IOException {
        List<WrittenSegment> written = new ArrayList<>();
        int sequence = 1;
        for (List<MovieFragment> segment : segments) {
            Path target = folder.resolve("%05d.m4s".formatted(written.size()));
            written.add(new SegmentFile(trackId, target).write(file, segment, sequence));
            sequence += segment.size();
        }
        return written;
    }

    private static List<MovieFragment> read(FileChannel file, InitSegment init, List<Fragment> list)
            throws IOException {
        BoxReader reader = new BoxReader(file);
        List<MovieFragment> fragments = new ArrayList<>();
        for (Fragment fragment : list) {
            fragments.add(MovieFragment.read(reader, fragment, init));
        }
        return fragments;
    }
}

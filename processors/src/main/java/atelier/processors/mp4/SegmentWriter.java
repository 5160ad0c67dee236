package atelier.processors.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what FFmpeg wrote into stored segments on a rendition's timeline. Coded data is copied as it is; what describes
 * it is written anew: track id, fragment number, times. The same input always gives the same bytes.
 *
 * <p>Frames that are coded before others that are shown earlier need a delay between decoding and showing. It is in
 * every composition offset, and the init segment's edit list takes it off again, so that the first frame is shown at 0.
 * (Offsets below 0 need no edit list, but FFmpeg's reader takes their lowest for a delay, and shows all pictures late.)
 */
public final class SegmentWriter {
    private final int trackId;
    private final long delayTicks;

    /**
     * @param trackId of every segment: 1 for pictures, 2 for sound, so that both can be joined into one file
     * @param delayTicks the same for all chunks of a rendition, since it is in the init segment: for pictures, as many
     *     frames as the encoder reorders; 0 without B-frames and for sound
     */
    public SegmentWriter(int trackId, long delayTicks) {
        this.trackId = trackId;
        this.delayTicks = delayTicks;
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
        return writeChunk(encoded, found.init(), found.list(), expected, startTicks, folder);
    }

    /**
     * The same of the first fragments of a file, which may be growing.
     *
     * @param found its init segment
     * @param list the fragments, from the first on
     */
    public WrittenChunk writeChunk(
            Path encoded, InitSegment found, List<Fragment> list, ExpectedChunk expected, long startTicks, Path folder)
            throws IOException {
        try (FileChannel file = FileChannel.open(encoded, StandardOpenOption.READ)) {
            List<MovieFragment> timed =
                    new ChunkTiming(read(file, found, list), expected, startTicks, delayTicks).timed();
            return new WrittenChunk(
                    init(found, expected), write(file, SegmentCuts.cut(timed, expected, startTicks), folder));
        }
    }

    private InitSegment init(InitSegment found, ExpectedChunk expected) {
        InitSegment canonical = found.canonical().withTrackId(trackId);
        InitSegment init = expected.steps()
                .map(steps -> canonical.withTimescale(steps.timescale()))
                .orElse(canonical);
        return delayTicks == 0 ? init : init.withEditList(delayTicks);
    }

    /**
     * Writes one segment of whole fragments and leaves their spacing as it is: for sound, while FFmpeg still writes the
     * file.
     *
     * @param encoded the file, which may be growing
     * @param init its init segment
     * @param run fragments that follow each other
     * @param shiftTicks added to all times
     * @param sequence number of the segment's fragment, from 1
     * @param target the file to write
     * @throws Mp4Exception if the fragments do not follow each other without a gap
     */
    public WrittenSegment writeRun(
            Path encoded, InitSegment init, List<Fragment> run, long shiftTicks, int sequence, Path target)
            throws IOException {
        try (FileChannel file = FileChannel.open(encoded, StandardOpenOption.READ)) {
            List<MovieFragment> shifted = read(file, init, run).stream()
                    .map(fragment -> fragment.shifted(shiftTicks))
                    .toList();
            return new SegmentFile(trackId, 0, target).write(file, shifted, sequence);
        }
    }

    private List<WrittenSegment> write(FileChannel file, List<List<MovieFragment>> segments, Path folder)
            throws IOException {
        List<WrittenSegment> written = new ArrayList<>();
        for (List<MovieFragment> segment : segments) {
            int number = written.size();
            Path target = folder.resolve("%05d.m4s".formatted(number));
            written.add(new SegmentFile(trackId, delayTicks, target).write(file, segment, number + 1));
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

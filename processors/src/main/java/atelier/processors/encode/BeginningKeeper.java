package atelier.processors.encode;

import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.mp4.WrittenSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks the first segments of a chunk against the plan, sees that they can be decoded, and stores them. */
record BeginningKeeper(InitCheck init, DecodeCheck check, Recorder recorder) {

    /**
     * The first fragments of a file that is being written.
     *
     * @param written the file
     * @param init its init segment
     * @param fragments whole segments of them
     */
    record Beginning(Path written, InitSegment init, List<Fragment> fragments) {
        Beginning {
            fragments = List.copyOf(fragments);
        }
    }

    /**
     * Stores segments.
     *
     * @param expected what all that is there must be
     * @param delayTicks between decoding and showing
     * @param stored how many of them are stored already
     * @throws OutputCheckException if they are not what was planned
     */
    void keep(EncodeJob job, Beginning beginning, ExpectedChunk expected, long delayTicks, Scratch scratch, int stored)
            throws IOException {
        WrittenChunk chunk = new SegmentWriter(ChunkKeeper.TRACK, delayTicks)
                .writeChunk(
                        beginning.written(),
                        beginning.init(),
                        beginning.fragments(),
                        expected,
                        job.startTicks(),
                        Files.createDirectory(scratch.file("segments")));
        InitSegment checked = init.checked(job, chunk.init(), true);
        Path head = Files.write(scratch.file("init.mp4"), checked.bytes());
        List<Path> segments =
                chunk.segments().stream().map(WrittenSegment::path).toList();
        Path joined = DecodeCheck.join(head, segments, scratch.file("joined.mp4"));
        check.decodes(List.of(new DecodeCheck.Encoded(joined, Optional.empty())), joined.getParent(), Optional.empty());
        if (stored == 0) {
            recorder.init(job, FreshInit.of(head, ChunkKeeper.info(checked, job)));
        }
        List<Fresh> all = ChunkKeeper.fresh(chunk.segments());
        recorder.grow(job, job.startTicks(), all.subList(stored, all.size()));
    }
}

package atelier.processors.encode;

import atelier.processors.catalog.StreamInfo;
import atelier.processors.index.ChunkSpan;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.MediaFormat;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.work.LostClaimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a chunk that FFmpeg wrote against the plan, cuts it into segments, sees that they can be decoded, stores them. */
public final class ChunkKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkKeeper.class);
    static final int TRACK = 1;

    private final InitCheck init;
    private final DecodeCheck check;
    private final QualityGate gate;
    private final Recorder recorder;
    private final Optional<String> lowest;

    /** @param lowest the lowest video rendition, of which small pictures are made */
    public ChunkKeeper(
            InitCheck init, DecodeCheck check, QualityGate gate, Recorder recorder, Optional<String> lowest) {
        this.init = init;
        this.check = check;
        this.gate = gate;
        this.recorder = recorder;
        this.lowest = lowest;
    }

    /**
     * A chunk that has passed all checks but the last, in scratch files.
     *
     * @param written what FFmpeg wrote, which is gone; samples of the source lie beside it
     * @param joined as a player puts it together
     * @param samples what of it is compared with the source; none of what is copied
     * @param cpu CPU time that it took
     */
    record Cut(
            EncodeJob job,
            FreshInit init,
            List<Fresh> segments,
            Path written,
            Path joined,
            Optional<Samples> samples,
            Duration cpu) {
        private Cut and(Duration more) {
            return new Cut(job, init, segments, written, joined, samples, cpu.plus(more));
        }

        private DecodeCheck.Encoded encoded() {
            return new DecodeCheck.Encoded(joined, samples);
        }
    }

    /**
     * Checks a chunk and cuts it into segments, which are all that is left of it.
     *
     * @param written what FFmpeg wrote
     * @param expected what it must be
     * @param samples what of it is compared with the source; none of what is copied
     * @param delayTicks between decoding and showing; the same for all chunks of a rendition
     * @param cpu CPU time that it took
     * @throws OutputCheckException if it is not what was planned
     */
    Cut cut(
            EncodeJob job,
            Path written,
            ExpectedChunk expected,
            Optional<Samples> samples,
            long delayTicks,
            Scratch scratch,
            Duration cpu)
            throws IOException {
        Scratch own = new Scratch(Files.createDirectory(scratch.file(job.name())));
        WrittenChunk chunk = new SegmentWriter(TRACK, delayTicks)
                .writeChunk(written, expected, job.startTicks(), Files.createDirectory(own.file("segments")));
        // Of 7680×3840 a chunk is tens of megabytes: they are there twice at most.
        Files.delete(written);
        InitSegment checked = init.checked(job, chunk.init(), samples.isPresent());
        Path head = Files.write(own.file("init.mp4"), checked.bytes());
        List<Path> segments =
                chunk.segments().stream().map(WrittenSegment::path).toList();
        FreshInit fresh = FreshInit.of(head, info(checked, job));
        Path joined = DecodeCheck.join(head, segments, own.file("joined.mp4"));
        return new Cut(job, fresh, fresh(chunk.segments()), written, joined, samples, cpu);
    }

    /** Of what is still being written. */
    BeginningKeeper beginnings() {
        return new BeginningKeeper(init, check, recorder);
    }

    /**
     * Sees that chunks can be decoded and look like their source, and stores them.
     *
     * @throws OutputCheckException if one of them cannot; then none is stored
     * @throws UnlikeSourceException if the first does not; others that do are stored
     */
    void keep(List<Cut> cuts) throws IOException {
        Path directory = cuts.get(0).written().getParent();
        Optional<SheetOutput> sheet = sheet(cuts, directory);
        Duration checked = check.decodes(cuts.stream().map(Cut::encoded).toList(), directory, sheet);
        Duration share = checked.dividedBy(cuts.size());
        Optional<UnlikeSourceException> unlike = unlike(cuts.get(0));
        if (unlike.isEmpty()) {
            store(cuts.get(0).and(share), sheetOf(0, sheet));
        }
        for (int i = 1; i < cuts.size(); i++) {
            storeAlong(cuts.get(i).and(share), sheetOf(i, sheet));
        }
        if (unlike.isPresent()) {
            throw unlike.get();
        }
    }

    private Optional<UnlikeSourceException> unlike(Cut cut) throws IOException {
        return cut.samples().isEmpty()
                ? Optional.empty()
                : gate.look(cut.job().text(), cut.samples().get(), cut.joined(), cut.written());
    }

    /** The small pictures of the lowest rendition, if it is among them. */
    private Optional<SheetOutput> sheet(List<Cut> cuts, Path directory) {
        return IntStream.range(0, cuts.size())
                .filter(i -> lowest.filter(cuts.get(i).job().name()::equals).isPresent())
                .mapToObj(i -> sheet(i, cuts.get(i), directory.resolve("sheet.jpg")))
                .findFirst();
    }

    private static SheetOutput sheet(int input, Cut cut, Path file) {
        List<Long> durations = cut.segments().stream()
                .map(each -> each.segment().durationTicks())
                .toList();
        return SheetOutput.of(input, durations, cut.init().info(), file);
    }

    /** A chunk without them is a chunk all the same. */
    private static Optional<Path> sheetOf(int cut, Optional<SheetOutput> sheet) {
        return sheet.filter(each -> each.input() == cut).map(SheetOutput::file).filter(Files::exists);
    }

    private void storeAlong(Cut cut, Optional<Path> sheet) throws IOException {
        Optional<UnlikeSourceException> unlike = unlike(cut);
        if (unlike.isPresent()) {
            LOG.warn(
                    "{} was made along, is not kept, and is made again alone.",
                    cut.job().text());
            return;
        }
        try {
            store(cut, sheet);
        } catch (LostClaimException e) {
            LOG.warn("What was made along is not kept: {}", e.getMessage());
        }
    }

    private void store(Cut cut, Optional<Path> sheet) throws IOException {
        recorder.whole(cut.job(), cut.init(), cut.segments(), sheet, cut.cpu());
        LOG.info(
                "{}: {} frames in {} ms of CPU time",
                cut.job().text(),
                cut.job().chunk().orElseThrow().span().frames(),
                cut.cpu().toMillis());
    }

    static StreamInfo info(InitSegment init, EncodeJob job) {
        ChunkSpan span = job.chunk().orElseThrow().span();
        MediaFormat.Video video = (MediaFormat.Video) init.format();
        return new StreamInfo(
                init.codec(),
                (int) init.timescale(),
                video.width(),
                video.height(),
                0,
                0,
                span.rate(),
                Look.of(job.recipe(), job.media().video()).videoRange());
    }

    static List<Fresh> fresh(List<WrittenSegment> written) {
        return IntStream.range(0, written.size())
                .mapToObj(number -> Fresh.of(number, written.get(number)))
                .toList();
    }
}

package atelier.processors.encode;

import atelier.processors.encode.ChunkKeeper.Cut;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.JobProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one chunk of one or more video renditions: encodes it, checks it against the plan, cuts it into segments, stores them. */
public final class VideoEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(VideoEncoder.class);

    private final EncodeSettings settings;
    private final ChunkKeeper keeper;
    private final Devices devices;
    private final VideoCalls calls;

    public VideoEncoder(
            Programs programs, EncodeSettings settings, ChunkKeeper keeper, JobProgress progress, Devices devices) {
        this.settings = settings;
        this.keeper = keeper;
        this.devices = devices;
        this.calls = new VideoCalls(programs, settings, keeper, progress, devices);
    }

    /**
     * Makes an output that somebody waits for: alone, and its segments can be had as soon as they are made.
     *
     * @param segment the first that somebody waits for at that moment
     */
    void encodeAwaited(EncodeJob job, Supplier<OptionalInt> segment) throws IOException {
        encode(List.of(job), segment);
    }

    /**
     * Makes an output, and others along with it. Nothing of these is a failure of the job.
     *
     * @param along jobs for the same chunk
     */
    void encode(EncodeJob job, List<EncodeJob> along) throws IOException {
        if (along.isEmpty()) {
            encode(List.of(job), OptionalInt::empty);
            return;
        }
        try {
            encode(Stream.concat(Stream.of(job), along.stream()).toList(), OptionalInt::empty);
        } catch (ProgramException e) {
            LOG.warn("{} could not be made along with others and is made alone: {}", job.text(), e.getMessage());
            encode(List.of(job), OptionalInt::empty);
        }
    }

    /** What does not look like its source is made once more, alone: a rendition that starves may get better with effort. */
    private void encode(List<EncodeJob> jobs, Supplier<OptionalInt> awaited) throws IOException {
        try {
            encode(jobs, Effort.USUAL, awaited);
        } catch (UnlikeSourceException e) {
            if (jobs.get(0).isHardware()) {
                throw e;
            }
            LOG.warn(
                    "{} is {} alike its source: again with more bits.",
                    jobs.get(0).text(),
                    e.likeness());
            encode(jobs.subList(0, 1), Effort.MORE, OptionalInt::empty);
        }
    }

    private void encode(List<EncodeJob> jobs, Effort effort, Supplier<OptionalInt> awaited) throws IOException {
        EncodeJob first = jobs.get(0);
        ChunkSpan span = first.chunk().orElseThrow().span();
        try (Scratch scratch = Scratch.in(settings.work(), first.fingerprint())) {
            List<Path> encoded =
                    jobs.stream().map(job -> scratch.file(job.name() + ".mp4")).toList();
            SharedVideoCommand command = new SharedVideoCommand(
                    jobs.stream().map(job -> command(job, span, effort)).toList());
            ColourCube.write(command.parts(), scratch);
            Outcome outcome = calls.run(first, awaited, command, encoded, scratch);
            List<Cut> cuts = new ArrayList<>(List.of(cut(first, encoded.get(0), scratch, share(first, jobs, outcome))));
            for (int i = 1; i < jobs.size(); i++) {
                cutAlong(jobs.get(i), encoded.get(i), scratch, share(jobs.get(i), jobs, outcome))
                        .ifPresent(cuts::add);
            }
            keep(cuts);
        }
    }

    /** It is not known which of several could not be decoded: the one that was asked for is looked at alone. */
    private void keep(List<Cut> cuts) throws IOException {
        try {
            keeper.keep(cuts);
        } catch (OutputCheckException e) {
            if (cuts.size() == 1) {
                throw e;
            }
            LOG.warn(
                    "{} was made along with others, which are made again alone: {}",
                    cuts.get(0).job().text(),
                    e.getMessage());
            keeper.keep(cuts.subList(0, 1));
        }
    }

    private Optional<Cut> cutAlong(EncodeJob job, Path encoded, Scratch scratch, Duration cpu) throws IOException {
        try {
            return Optional.of(cut(job, encoded, scratch, cpu));
        } catch (OutputCheckException | Mp4Exception e) {
            LOG.warn("{} was made along with another one and is made again alone: {}", job.text(), e.getMessage());
            return Optional.empty();
        }
    }

    private Cut cut(EncodeJob job, Path encoded, Scratch scratch, Duration cpu) throws IOException {
        ChunkSpan span = job.chunk().orElseThrow().span();
        ExpectedChunk expected = new ExpectedChunk(span.frames(), span.durationTicks(), span.segmentStarts());
        VideoCommand command = command(job, span, Effort.USUAL);
        return keeper.cut(
                job,
                encoded,
                expected,
                Optional.of(command.samples().lookedAt(job)),
                command.delayTicks(),
                scratch,
                cpu);
    }

    /** Each has its part of the CPU time by its pixels: nobody can tell what was spent on which. */
    private static Duration share(EncodeJob job, List<EncodeJob> jobs, Outcome outcome) {
        long all = jobs.stream().mapToLong(VideoEncoder::pixels).sum();
        return outcome.cpu().multipliedBy(pixels(job)).dividedBy(all);
    }

    private static long pixels(EncodeJob job) {
        return (long) job.size().width() * job.size().height();
    }

    private VideoCommand command(EncodeJob job, ChunkSpan span, Effort effort) {
        MediaInfo media = job.media();
        EncodeInput input = new EncodeInput(
                job.file(),
                devices.decoding(settings.inputOptions()),
                media.video().index());
        return new VideoCommand(
                input,
                media.video().timing().timeBase(),
                span,
                job.size(),
                SourcePicture.of(media.video()),
                Look.of(job.recipe(), media.video()),
                job.recipe(),
                job.threads(),
                effort);
    }
}

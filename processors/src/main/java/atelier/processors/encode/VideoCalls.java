package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.PicturePipe;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ffmpeg.ProgressReader;
import atelier.processors.ffmpeg.Relay;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
import atelier.processors.spherical.SphereFrame;
import atelier.processors.work.JobProgress;
import atelier.processors.work.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Calls FFmpeg for a chunk of video, once or twice: says how far it is, gives out what is awaited, and stops what takes too long. */
record VideoCalls(
        Programs programs, EncodeSettings settings, ChunkKeeper keeper, JobProgress progress, Devices devices) {
    /** How long decoding one second may take. */
    private static final Duration DECODE_PER_SECOND = Duration.ofSeconds(5);

    /**
     * Runs a command to its end.
     *
     * @param job the first of those that it makes
     * @param awaited the first segment that somebody waits for at that moment
     * @param encoded where what is encoded goes, in order
     */
    Outcome run(
            EncodeJob job,
            Supplier<OptionalInt> awaited,
            SharedVideoCommand command,
            List<Path> encoded,
            Scratch scratch)
            throws IOException {
        ChunkSpan span = job.chunk().orElseThrow().span();
        Path file = encoded.get(0);
        long delay = command.parts().get(0).delayTicks();
        Consumer<String> reports = reports(job, span);
        try (ChunkGrowth growth = new ChunkGrowth(job, awaited, file, delay, scratch, keeper.beginnings())) {
            Consumer<String> lines = line -> {
                growth.look();
                reports.accept(line);
            };
            return command.parts().get(0).isApart()
                    ? apart(job, command, file, lines)
                    : programs.run(job.call(command.writing(encoded)), limits(job, span), lines);
        }
    }

    /** What is larger than 4K is made alone: so there is one output. */
    private Outcome apart(EncodeJob job, SharedVideoCommand command, Path encoded, Consumer<String> lines)
            throws IOException {
        VideoCommand one = command.parts().get(0);
        PicturePipe pipe = one.pipe(encoded.getParent());
        Command decoding = job.call(command.decoding(pipe.in(), encoded));
        Command encoding = job.call(one.encoding(pipe.out(), encoded));
        Limits limits = limits(job, job.chunk().orElseThrow().span());
        return new Relay(programs).run(decoding, encoding, pipe, limits, lines);
    }

    private Consumer<String> reports(EncodeJob job, ChunkSpan span) {
        return new ProgressReader(report ->
                progress.report(job.fingerprint(), Share.of(report.outTime().toMillis() / 1000.0, span.seconds())));
    }

    /**
     * While what comes before a chunk inside a GOP is decoded, FFmpeg reports no progress; and the larger its pictures are, the longer it takes until the
     * first is encoded, for which others may have to be there.
     */
    private Limits limits(EncodeJob job, ChunkSpan span) {
        double lead = (span.startPts() - span.seekPts())
                * job.media().video().timing().timeBase().value();
        Duration decoding = DECODE_PER_SECOND.multipliedBy((long) Math.ceil(lead));
        Duration total = settings.encodePerSecond()
                .multipliedBy((long) Math.ceil(span.seconds()) * job.size().screens())
                .plusMinutes(1)
                .plus(decoding);
        long memory = devices.maps(job.encoder()) ? 0 : settings.memoryBytes();
        SphereFrame frame = job.media().video().frame();
        long screens = Math.max(job.size().screens(), new FrameSize(frame.width(), frame.height()).screens());
        Duration patience = job.patience(settings.noProgress()).multipliedBy(screens);
        return new Limits(total, patience.plus(decoding), memory, 0);
    }
}

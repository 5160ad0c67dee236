package atelier.processors.encode;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.probe.MediaInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes one chunk of a rendition that was delivered as it must be: nothing is encoded. */
public final class ChunkCopier {
    private final Programs programs;
    private final EncodeSettings settings;
    private final ChunkKeeper keeper;

    public ChunkCopier(Programs programs, EncodeSettings settings, ChunkKeeper keeper) {
        this.programs = programs;
        this.settings = settings;
        this.keeper = keeper;
    }

    void copy(EncodeJob job) throws IOException {
        MediaInfo media = job.media();
        ChunkSpan span = job.chunk().orElseThrow().span();
        EncodeInput input = new EncodeInput(
                job.file(), settings.inputOptions(), media.video().index());
        CopyCommand command = new CopyCommand(
                input, media.video().timing().timeBase(), span, job.copied().orElseThrow());
        Limits limits = new Limits(Duration.ofMinutes(10), settings.noProgress(), settings.memoryBytes(), 0);
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            Path written = scratch.file("copied.mp4");
            Outcome outcome = programs.run(job.call(command.writing(written)), limits, line -> {});
            ExpectedChunk expected = new ExpectedChunk(
                    span.frames(),
                    span.durationTicks(),
                    span.copy().segmentStarts(),
                    Optional.of(new ExpectedChunk.Steps(span.frameTicks(), span.timescale())));
            keeper.keep(List.of(keeper.cut(
                    job, written, expected, Optional.empty(), command.delayTicks(), scratch, outcome.cpu())));
        }
    }
}

package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Makes a poster: of the first part of a film, or of a picture that was delivered as one. */
public final class PosterEncoder {
    private final Programs programs;
    private final EncodeSettings settings;
    private final Recorder recorder;

    public PosterEncoder(Programs programs, EncodeSettings settings, Recorder recorder) {
        this.programs = programs;
        this.settings = settings;
        this.recorder = recorder;
    }

    void encode(EncodeJob job) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            Path file = scratch.file("poster.jpg");
            Duration cpu = job.media().isPicture() ? ofPicture(job, file) : ofFilm(job, file);
            if (!isThere(file)) {
                throw new OutputCheckException(job.text() + " came out empty. It is made again.");
            }
            recorder.file(job, file, Files.size(file), cpu);
        }
    }

    private Duration ofPicture(EncodeJob job, Path file) {
        EncodeInput picture = new EncodeInput(
                job.file(), InputOptions.beforePicture(job.media().container()), 0);
        return run(job, new PictureCommand(picture, job.size(), job.recipe()).writing(file), line -> {});
    }

    /** Where a container leads past the picture that is looked for, it is looked for from the beginning. */
    private Duration ofFilm(EncodeJob job, Path file) throws IOException {
        ChunkSpan span = job.chunk().orElseThrow().span();
        PosterCandidates candidates = new PosterCandidates();
        Duration cpu = look(job, span, file.getParent(), candidates, true);
        if (!candidates.areEnough()) {
            candidates = new PosterCandidates();
            cpu = cpu.plus(look(job, span, file.getParent(), candidates, false));
        }
        long pts = candidates.best().orElse(span.startPts());
        SourcePicture picture = SourcePicture.of(job.media().video());
        if (Look.JPEG.needsCube(picture.colour())) {
            new ColourCube(picture.colour()).write(file.resolveSibling(Look.CUBE));
        }
        cpu = cpu.plus(run(job, command(job, OptionalLong.of(pts), pts, file), line -> {}));
        return isThere(file) ? cpu : cpu.plus(run(job, command(job, OptionalLong.empty(), pts, file), line -> {}));
    }

    /** Key frames are decoded at a fraction of the cost; where they are few or black, all pictures are. */
    private Duration look(EncodeJob job, ChunkSpan span, Path folder, PosterCandidates candidates, boolean keyFrames) {
        CandidatesCommand command = new CandidatesCommand(input(job), timeBase(job), span, keyFrames);
        return run(job, command.running(folder), candidates::accept);
    }

    private Duration run(EncodeJob job, Command command, Consumer<String> lines) {
        Limits limits = new Limits(Duration.ofMinutes(5), settings.noProgress(), settings.memoryBytes(), 0);
        return programs.run(job.call(command), limits, lines).cpu();
    }

    private Command command(EncodeJob job, OptionalLong seekPts, long pts, Path file) {
        SourcePicture picture = SourcePicture.of(job.media().video());
        return new PosterCommand(input(job), timeBase(job), seekPts, pts, job.size(), picture, job.recipe())
                .writing(file);
    }

    private EncodeInput input(EncodeJob job) {
        return new EncodeInput(
                job.file(), settings.inputOptions(), job.media().video().index());
    }

    private static Ratio timeBase(EncodeJob job) {
        return job.media().video().timing().timeBase();
    }

    private static boolean isThere(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }
}

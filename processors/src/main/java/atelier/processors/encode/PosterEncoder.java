package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Makes a poster: of the first part of a film, or of a picture that was delivered as one. */
public final class PosterEncoder {
    private final Programs programs;
    private final EncodeSettings settings;
    private final Recorder recorder;
    private final boolean webp;

    /** @param webp whether posters are made as WebP, too */
    public PosterEncoder(Programs programs, EncodeSettings settings, Recorder recorder, boolean webp) {
        this.programs = programs;
        this.webp = webp;
        this.settings = settings;
        this.recorder = recorder;
    }

    void encode(EncodeJob job) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            PosterFiles files = new PosterFiles(scratch.folder(), webp);
            Duration cpu = job.media().isPicture() ? ofPicture(job, files) : ofFilm(job, files);
            if (!files.isThere()) {
                throw new OutputCheckException(job.text() + " came out empty. It is made again.");
            }
            recorder.file(job, files.jpeg(), files.made(), cpu);
        }
    }

    private Duration ofPicture(EncodeJob job, PosterFiles files) {
        EncodeInput picture = new EncodeInput(
                job.file(), InputOptions.beforePicture(job.media().container()), 0);
        return run(job, new PictureCommand(picture, job.size(), job.recipe()).writing(files), line -> {});
    }

    /** Where a container leads past the picture that is looked for, it is looked for from the beginning. */
    private Duration ofFilm(EncodeJob job, PosterFiles files) throws IOException {
        ChunkSpan span = job.chunk().orElseThrow().span();
        PosterCandidates candidates = new PosterCandidates();
        Duration cpu = look(job, span, files.folder(), candidates, true);
        if (!candidates.areEnough()) {
            candidates = new PosterCandidates();
            cpu = cpu.plus(look(job, span, files.folder(), candidates, false));
        }
        long pts = candidates.best().orElse(span.startPts());
        SourcePicture picture = SourcePicture.of(job.media().video());
        if (Look.JPEG.needsCube(picture.colour())) {
            new ColourCube(picture.colour()).write(files.folder().resolve(Look.CUBE));
        }
        cpu = cpu.plus(run(job, command(job, OptionalLong.of(pts), pts, files), line -> {}));
        return files.isThere() ? cpu : cpu.plus(run(job, command(job, OptionalLong.empty(), pts, files), line -> {}));
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

    private Command command(EncodeJob job, OptionalLong seekPts, long pts, PosterFiles files) {
        SourcePicture picture = SourcePicture.of(job.media().video());
        return new PosterCommand(input(job), timeBase(job), seekPts, pts, job.size(), picture, job.recipe())
                .writing(files);
    }

    private EncodeInput input(EncodeJob job) {
        return new EncodeInput(
                job.file(), settings.inputOptions(), job.media().video().index());
    }

    private static Ratio timeBase(EncodeJob job) {
        return job.media().video().timing().timeBase();
    }
}

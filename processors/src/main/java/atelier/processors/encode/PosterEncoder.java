package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes a poster: of an input's first chunk, or of a picture that was delivered as one. */
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
        Limits limits = new Limits(Duration.ofMinutes(2), settings.noProgress(), settings.memoryBytes(), 0);
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            Path file = scratch.file("poster.jpg");
            Outcome outcome = programs.run(job.call(command(job, file)), limits, line -> {});
            if (!Files.exists(file) || Files.size(file) == 0) {
                throw new OutputCheckException(job.text() + " came out empty. It is made again.");
            }
            recorder.file(job, file, Files.size(file), outcome.cpu());
        }
    }

    private Command command(EncodeJob job, Path file) {
        MediaInfo media = job.media();
        if (media.isPicture()) {
            EncodeInput picture = new EncodeInput(job.file(), InputOptions.beforePicture(media.container()), 0);
            return new PictureCommand(picture, job.size(), job.recipe()).writing(file);
        }
        EncodeInput input = new EncodeInput(
                job.file(), settings.inputOptions(), media.video().index());
        return new PosterCommand(
                        input,
                        media.video().timing().timeBase(),
                        job.chunk().orElseThrow().span(),
                        job.size(),
                        job.recipe())
                .writing(file);
    }
}

package atelier.processors.encode;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.MediaInfo;
import atelier.processors.subtitles.Subtitles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes WebVTT of subtitles: of a track of a film, or of a file that was delivered beside it. */
public final class TextEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(TextEncoder.class);

    private final Programs programs;
    private final EncodeSettings settings;
    private final Recorder recorder;

    public TextEncoder(Programs programs, EncodeSettings settings, Recorder recorder) {
        this.programs = programs;
        this.settings = settings;
        this.recorder = recorder;
    }

    void encode(EncodeJob job) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            Path file = scratch.file("text.vtt");
            Duration cpu = job.media().isText() ? convert(job.file(), 0, file) : extract(job, scratch, file);
            recorder.file(job, file, Optional.empty(), cpu);
        }
    }

    private Duration extract(EncodeJob job, Scratch scratch, Path file) throws IOException {
        MediaInfo media = job.media();
        int stream = media.texts().get(TrackName.of(job.name()).number() - 1).index();
        Path extracted = scratch.file("extracted.vtt");
        TextCommand command = new TextCommand(new EncodeInput(job.file(), settings.inputOptions(), stream));
        Limits limits = new Limits(Duration.ofHours(1), Duration.ofHours(1), settings.memoryBytes(), Subtitles.LARGEST);
        Outcome outcome = programs.run(job.call(command.writing(extracted)), limits, line -> {});
        // What is shown first in the film is at 0 in what we make of it.
        convert(extracted, -Math.round(job.startMicros() / 1000.0), file);
        LOG.info("{}: {} ms of CPU time", job.text(), outcome.cpu().toMillis());
        return outcome.cpu();
    }

    private static Duration convert(Path from, long shiftMillis, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            Subtitles read = Subtitles.read(in.readNBytes(Subtitles.LARGEST)).shifted(shiftMillis);
            Files.writeString(to, read.webVtt());
        }
        return Duration.ZERO;
    }
}

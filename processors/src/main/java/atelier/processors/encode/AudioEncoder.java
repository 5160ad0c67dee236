package atelier.processors.encode;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ffmpeg.ProgressReader;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.JobProgress;
import atelier.processors.work.Share;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the sound of an input, whole, and stores its segments while it is still being encoded. */
public final class AudioEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(AudioEncoder.class);

    private final Programs programs;
    private final EncodeSettings settings;
    private final Recorder recorder;
    private final JobProgress progress;

    public AudioEncoder(Programs programs, EncodeSettings settings, Recorder recorder, JobProgress progress) {
        this.programs = programs;
        this.settings = settings;
        this.recorder = recorder;
        this.progress = progress;
    }

    void encode(EncodeJob job) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint());
                AudioGrowth growth = new AudioGrowth(job, scratch, recorder, settings.segment())) {
            ProgressReader reports = new ProgressReader(report -> progress.report(
                    job.fingerprint(),
                    Share.of(report.outTime().toMillis(), job.durationMillis().orElse(0))));
            Outcome outcome = programs.run(command(job).writing(growth.encoded()), limits(job), line -> {
                growth.look();
                reports.accept(line);
            });
            growth.end();
            recorder.made(job, growth.init(), growth.stored(), outcome.cpu());
            LOG.info("{}: {} ms of CPU time", job.text(), outcome.cpu().toMillis());
        }
    }

    private AudioCommand command(EncodeJob job) {
        MediaInfo media = job.media();
        int number = TrackName.of(job.name()).number();
        EncodeInput input = new EncodeInput(
                job.file(),
                settings.inputOptions(),
                media.sounds().get(number - 1).index());
        return new AudioCommand(input, job.startMicros(), job.durationMillis(), job.recipe());
    }

    private Limits limits(EncodeJob job) {
        return new Limits(Duration.ofHours(6), job.patience(settings.noProgress()), settings.memoryBytes(), 0);
    }
}

package atelier.processors.encode;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ffmpeg.ProgressReader;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.SoundSpan;
import atelier.processors.ladder.TrackName;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.mp4.PlannedRuns;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.mp4.SoundRuns;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.JobProgress;
import atelier.processors.work.Share;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the sound of an input, whole or a piece of it, and stores its segments while it is still being encoded. */
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

    /** A piece whose packets are not all decoded cannot be counted: it is then found by the times of its samples. */
    void encode(EncodeJob job) throws IOException {
        if (job.sound().isEmpty()) {
            encode(job, new SoundPart.Whole(job.startMicros(), job.durationMillis()));
            return;
        }
        SoundSpan span = job.sound().get().span();
        try {
            if (span.counted()) {
                encode(job, new SoundPart.Counted(span));
                return;
            }
        } catch (OutputCheckException | Mp4Exception e) {
            LOG.warn("{} is decoded from its beginning: {}", job.text(), e.getMessage());
        }
        encode(job, new SoundPart.Timed(job.startMicros(), span));
    }

    private void encode(EncodeJob job, SoundPart part) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint());
                AudioGrowth growth = new AudioGrowth(job, scratch, recorder, runs(job))) {
            ProgressReader reports = new ProgressReader(report -> progress.report(
                    job.fingerprint(),
                    Share.of(report.outTime().toMillis(), job.durationMillis().orElse(0))));
            Outcome outcome = programs.run(command(job, part).writing(growth.encoded()), limits(job), line -> {
                growth.look();
                reports.accept(line);
            });
            growth.end();
            recorder.made(job, growth.init(), growth.stored(), outcome.cpu());
            LOG.info("{}: {} ms of CPU time", job.text(), outcome.cpu().toMillis());
        }
    }

    private SoundRuns runs(EncodeJob job) {
        return job.sound()
                .map(IndexedSound::span)
                .<SoundRuns>map(
                        span -> new PlannedRuns(span.lead(), span.segments(), span.samples() + SoundCuts.PACKET))
                .orElseGet(() -> new SoundCuts(job.recipe().sampleRate(), settings.segment()).runs());
    }

    private AudioCommand command(EncodeJob job, SoundPart part) {
        MediaInfo media = job.media();
        int number = TrackName.of(job.name()).number();
        AudioStream sound = media.sounds().get(number - 1);
        EncodeInput input = new EncodeInput(job.file(), settings.inputOptions(), sound.index());
        return new AudioCommand(input, part, job.recipe(), sound.filter(job.recipe()));
    }

    private Limits limits(EncodeJob job) {
        return new Limits(Duration.ofHours(6), job.patience(settings.noProgress()), settings.memoryBytes(), 0);
    }
}

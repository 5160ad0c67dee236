package atelier.processors.encode;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.FragmentTail;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.MediaFormat;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.probe.MediaInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the sound of an input, whole, and stores its segments while it is still being encoded. */
public final class AudioEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(AudioEncoder.class);

    /** Pictures are track 1, so that both can be joined into one file as they are. */
    private static final int TRACK = 2;

    /** The first packet of FFmpeg's AAC encoder holds no sound: as many samples as a packet has. */
    private static final long PRIMING = 1024;

    private final Programs programs;
    private final EncodeSettings settings;
    private final Recorder recorder;

    public AudioEncoder(Programs programs, EncodeSettings settings, Recorder recorder) {
        this.programs = programs;
        this.settings = settings;
        this.recorder = recorder;
    }

    void encode(EncodeJob job) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), job.fingerprint())) {
            Path encoded = scratch.file("encoded.mp4");
            Growth growth = new Growth(job, encoded, Files.createDirectory(scratch.file("segments")));
            Outcome outcome = programs.run(command(job).writing(encoded), limits(), line -> growth.look());
            growth.look();
            growth.end();
            recorder.made(job, outcome.cpu());
            LOG.info(
                    "{}: {} segments in {} ms of CPU time",
                    job.text(),
                    growth.number,
                    outcome.cpu().toMillis());
        }
    }

    private AudioCommand command(EncodeJob job) {
        MediaInfo media = job.media();
        EncodeInput input = new EncodeInput(
                job.file(),
                settings.inputOptions(),
                media.mainAudio().orElseThrow().index());
        return new AudioCommand(
                input,
                job.startMicros(),
                job.durationMillis(),
                job.recipe(),
                settings.segment().toNanos() / 1000);
    }

    private Limits limits() {
        return new Limits(Duration.ofHours(6), settings.noProgress(), settings.memoryBytes(), 0);
    }

    /** What has been stored of a file that FFmpeg still writes. */
    private final class Growth {
        private final EncodeJob job;
        private final Path encoded;
        private final Path folder;
        private Optional<FragmentTail> tail = Optional.empty();
        private long ticks;
        private int number;

        Growth(EncodeJob job, Path encoded, Path folder) {
            this.job = job;
            this.encoded = encoded;
            this.folder = folder;
        }

        /** Stores what has become whole since the last look. */
        void look() {
            try {
                if (tail.isEmpty() && Files.exists(encoded)) {
                    tail = Optional.of(FragmentTail.open(encoded));
                }
                if (tail.isPresent() && tail.get().init().isPresent()) {
                    store(tail.get().init().get(), tail.get().poll());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(job.text() + " could not be cut into segments.", e);
            }
        }

        void end() throws IOException {
            if (tail.isPresent()) {
                tail.get().close();
            }
            if (number == 0) {
                throw new OutputCheckException(job.text() + " came out without any sound. It is encoded again.");
            }
        }

        private void store(InitSegment encodedInit, List<Fragment> fragments) throws IOException {
            if (fragments.isEmpty()) {
                return;
            }
            if (number == 0) {
                InitSegment init = encodedInit.canonical().withTrackId(TRACK).withEditList(PRIMING);
                Path file = Files.write(folder.resolveSibling("init.mp4"), init.bytes());
                recorder.init(job.fingerprint(), file, info(init));
            }
            List<Recorder.Fresh> fresh = new ArrayList<>();
            SegmentWriter writer = new SegmentWriter(TRACK, 0);
            for (Fragment fragment : fragments) {
                Path file = folder.resolve(MediaAddress.segment(number));
                long shift = ticks - fragment.baseDecodeTime();
                fresh.add(Recorder.Fresh.of(
                        number, writer.writeRun(encoded, encodedInit, List.of(fragment), shift, number + 1, file)));
                ticks += fragment.durationTicks();
                number++;
            }
            recorder.grow(job.fingerprint(), 0, fresh);
        }

        private static StreamInfo info(InitSegment init) {
            MediaFormat.Audio audio = (MediaFormat.Audio) init.format();
            return new StreamInfo(init.codec(), (int) init.timescale(), 0, 0, audio.channels(), audio.sampleRate(), 0);
        }
    }
}

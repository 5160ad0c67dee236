package atelier.processors.encode;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.mp4.Fragment;
import atelier.processors.mp4.FragmentTail;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.MediaFormat;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.mp4.SoundRuns;
import atelier.processors.spherical.Ambisonics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been stored of a sound file that FFmpeg still writes. For one thread. */
final class AudioGrowth implements AutoCloseable {
    /** Pictures are track 1, so that all can be joined into one file as they are. */
    private static final int TRACK = 2;

    /** Ambisonic sound is beside what it is mixed down to. */
    private static final int AMBISONIC_TRACK = 3;

    private final EncodeJob job;
    private final Path encoded;
    private final Path folder;
    private final Recorder recorder;
    private final SoundRuns runs;
    private final int track;
    private final SegmentWriter writer;
    private Optional<FragmentTail> tail = Optional.empty();
    private final List<Fresh> stored = new ArrayList<>();
    private Optional<FreshInit> first = Optional.empty();
    private long ticks;

    /** @param runs what makes a segment */
    AudioGrowth(EncodeJob job, Scratch scratch, Recorder recorder, SoundRuns runs) throws IOException {
        this.job = job;
        this.track = job.recipe().ambisonic() ? AMBISONIC_TRACK : TRACK;
        this.writer = new SegmentWriter(track, 0);
        this.encoded = scratch.file("encoded.mp4");
        this.folder = Files.createDirectory(scratch.file("segments"));
        this.recorder = recorder;
        this.runs = runs;
        this.ticks = job.startTicks();
    }

    /** Where FFmpeg writes. */
    Path encoded() {
        return encoded;
    }

    /** Stores the segments that have become whole since the last look. */
    void look() {
        try {
            if (tail.isEmpty() && Files.exists(encoded)) {
                tail = Optional.of(FragmentTail.open(encoded));
            }
            if (tail.isPresent() && tail.get().init().isPresent()) {
                store(runs.add(tail.get().poll()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(job.text() + " could not be cut into segments.", e);
        }
    }

    /** Stores the rest, when FFmpeg has written all. */
    void end() throws IOException {
        look();
        store(runs.finish());
        if (stored.isEmpty()) {
            throw new OutputCheckException(job.text() + " came out without any sound. It is encoded again.");
        }
    }

    /** The init segment; to be asked for when all is stored. */
    FreshInit init() {
        return first.orElseThrow();
    }

    /** The segments that are stored so far, in order. */
    List<Fresh> stored() {
        return List.copyOf(stored);
    }

    @Override
    public void close() throws IOException {
        if (tail.isPresent()) {
            tail.get().close();
        }
    }

    private void store(List<List<Fragment>> segments) throws IOException {
        if (segments.isEmpty()) {
            return;
        }
        InitSegment init = tail.orElseThrow().init().orElseThrow();
        if (stored.isEmpty()) {
            storeInit(said(init.canonical().withTrackId(track).withEditList(SoundCuts.PACKET)));
        }
        int before = stored.size();
        for (List<Fragment> segment : segments) {
            stored.add(write(init, segment));
        }
        recorder.grow(job, job.startTicks(), List.copyOf(stored.subList(before, stored.size())));
    }

    private InitSegment said(InitSegment init) {
        return job.recipe().ambisonic()
                ? init.withInEntry(Set.of(Ambisonics.BOX), List.of(Ambisonics.firstOrderBox()))
                : init;
    }

    private void storeInit(InitSegment init) throws IOException {
        Path file = Files.write(folder.resolveSibling("init.mp4"), init.bytes());
        MediaFormat.Audio audio = (MediaFormat.Audio) init.format();
        StreamInfo info =
                new StreamInfo(init.codec(), (int) init.timescale(), 0, 0, audio.channels(), audio.sampleRate(), 0);
        FreshInit fresh = FreshInit.of(file, info);
        recorder.init(job, fresh);
        first = Optional.of(fresh);
    }

    /** Each segment starts where the one before ended, whatever times FFmpeg gave them. */
    private Fresh write(InitSegment init, List<Fragment> segment) throws IOException {
        int number = stored.size();
        Path file = folder.resolve(MediaAddress.segment(number));
        long shift = ticks - segment.get(0).baseDecodeTime();
        Fresh fresh = Fresh.of(number, writer.writeRun(encoded, init, segment, shift, number + 1, file));
        ticks += fresh.segment().durationTicks();
        return fresh;
    }
}

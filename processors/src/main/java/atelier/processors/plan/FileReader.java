package atelier.processors.plan;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.content.ContentHash;
import atelier.processors.content.FilePass;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Index;
import atelier.processors.index.IndexListener;
import atelier.processors.index.IndexedFile;
import atelier.processors.index.Indexer;
import atelier.processors.index.SoundTrack;
import atelier.processors.index.SoundTracks;
import atelier.processors.ingest.Rejection;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.sources.ReadingLog;
import atelier.processors.sources.SourceFile;
import atelier.processors.sources.Sources;
import atelier.processors.subtitles.Subtitles;
import atelier.processors.work.JobProgress;
import atelier.processors.work.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Looks at delivered files: probes them, then hashes them and cuts them into chunks in one pass. */
public final class FileReader {
    private final Home home;
    private final Sources sources;
    private final Inputs inputs;
    private final Prober prober;
    private final Indexer indexer;
    private final SoundCuts cuts;
    private final ExecutorService hashing;
    private final JobProgress progress;
    private final Json json;

    public FileReader(
            Home home,
            Sources sources,
            Inputs inputs,
            Prober prober,
            Indexer indexer,
            SoundCuts cuts,
            ExecutorService hashing,
            JobProgress progress,
            Json json) {
        this.home = home;
        this.sources = sources;
        this.inputs = inputs;
        this.prober = prober;
        this.indexer = indexer;
        this.cuts = cuts;
        this.hashing = hashing;
        this.progress = progress;
        this.json = json;
    }

    /**
     * What was found in a file that was read to its end.
     *
     * @param index its chunks and streams
     * @param hash of the whole file
     * @param modifiedMillis its date when it was hashed
     */
    record Found(Index index, ContentHash hash, long modifiedMillis) {}

    /** What a file consists of. */
    MediaInfo probe(Input input) throws IOException {
        try (SourceFile file = sources.whole(input)) {
            return prober.probe(file.path());
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param listener gets each chunk and each piece of sound as soon as it is known
     * @throws atelier.processors.probe.RefusedException as soon as it is longer than is taken
     */
    Found read(Input input, MediaInfo media, IndexListener listener) throws IOException {
        String job = Long.toString(input.id());
        progress.begin(job);
        try (SourceFile file = sources.whole(input)) {
            long modified = Files.getLastModifiedTime(file.path()).toMillis();
            Optional<ReadingLog> log =
                    sources.log(input, file.path(), media.video().index());
            IndexListener noting = new NotingListener(
                    chunk -> {
                        Duration reached = end(chunk.span());
                        prober.checkRead(reached);
                        progress.report(job, share(reached, media));
                    },
                    log,
                    listener);
            IndexedFile read =
                    indexer.read(file.path(), media.track(), sounds(media), home.work(), hashing, log, noting);
            return new Found(read.index(), read.hash(), modified);
        } finally {
            progress.end(job);
        }
    }

    /** How much of the film is read; 0 where its container does not say how long it is. */
    private static double share(Duration reached, MediaInfo media) {
        return Share.of(
                reached.toMillis(), media.duration().orElse(Duration.ZERO).toMillis());
    }

    /** Looks at a picture, which has neither chunks nor sound. */
    MediaInfo probePicture(Input input) throws IOException {
        try (SourceFile file = sources.whole(input)) {
            return prober.probePicture(file.path());
        }
    }

    /** Looks at subtitles, which have neither pictures nor sound. */
    MediaInfo probeText(Input input) throws IOException {
        try (SourceFile file = sources.whole(input)) {
            if (Files.size(file.path()) > Subtitles.LARGEST) {
                throw new RefusedException(new Rejection(
                        "The subtitles are larger than " + (Subtitles.LARGEST >> 20) + " MB.",
                        "Deliver the text alone, as SubRip (.srt) or WebVTT (.vtt)."));
            }
            if (Subtitles.read(Files.readAllBytes(file.path())).cues().isEmpty()) {
                throw new RefusedException(new Rejection(
                        "There are no subtitles in the file.", "Deliver them as SubRip (.srt) or WebVTT (.vtt)."));
            }
            return MediaInfo.ofText();
        }
    }

    /** Reads a file to its end that has no timeline. */
    Found readUntimed(Input input) throws IOException {
        try (SourceFile file = sources.whole(input);
                FilePass pass = new FilePass(file.path())) {
            long modified = Files.getLastModifiedTime(file.path()).toMillis();
            return new Found(new Index(0, 1, 0, Map.of(), Optional.empty()), pass.finish(), modified);
        }
    }

    /** Records what was found; to be called in a transaction. */
    void record(Input input, Found found) {
        inputs.hash(input.id(), found.hash().hex());
        inputs.modified(input.id(), found.modifiedMillis());
        inputs.indexed(input.id(), found.index().chunks(), json.write(found.index()));
    }

    private static Duration end(ChunkSpan span) {
        return Duration.ofMillis(1000 * (span.startTicks() + span.durationTicks()) / span.timescale());
    }

    private SoundTracks sounds(MediaInfo media) {
        boolean isShort =
                media.durationMicros().isPresent() && media.durationMicros().getAsLong() <= 1000 * Planner.SHORT_MILLIS;
        return new SoundTracks(
                media.sounds().stream()
                        .filter(each -> !isShort && each.timeBase().isPresent())
                        .map(each -> new SoundTrack(
                                each.index(),
                                each.codec(),
                                each.sampleRate(),
                                each.channels(),
                                each.timeBase().get()))
                        .toList(),
                cuts);
    }
}

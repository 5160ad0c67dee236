package atelier.processors.sources;

import atelier.processors.catalog.Input;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CutRule;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Indexer;
import atelier.processors.index.Seek;
import atelier.processors.index.SoundTracks;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import atelier.processors.sources.SourcesForTests.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Films that are delivered to a bucket and read, as the application does it.
 *
 * @param folder where they are made
 * @param longest time of a call of FFmpeg
 */
record FilmsForTests(Path folder, Duration longest) {
    private static final SoundTracks NO_SOUNDS =
            new SoundTracks(List.of(), new SoundCuts(48_000, Duration.ofSeconds(6)));

    List<String> ffmpeg(String arguments) {
        List<String> lines = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y"));
        all.addAll(List.of(arguments.split(" ")));
        FfmpegForTests.withoutSandbox().run(new Command(Program.FFMPEG, all, folder), limits(), lines::add);
        return lines;
    }

    private Limits limits() {
        return new Limits(longest, longest, 0, 40L << 30);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A film that was read. */
    record Read(Input input, MediaInfo media, List<IndexedChunk> chunks) {
        WantedChunk wanted(int number) {
            return new WantedChunk(
                    chunks.get(number),
                    media.video().index(),
                    media.video().timing().timeBase(),
                    media.container());
        }

        double seconds() {
            ChunkSpan last = chunks.get(chunks.size() - 1).span();
            return (double) (last.startTicks() + last.durationTicks()) / last.timescale();
        }
    }

    /** Delivers a film to a node that nobody asks afterwards, which reads it. */
    Read read(SourcesForTests all, String name) throws IOException {
        Node reader = all.node();
        Input input = all.deliver(reader, file(name), "mila/" + name);
        List<IndexedChunk> chunks = new ArrayList<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Path work = reader.home().work();
        try (SourceFile file = reader.sources().whole(input)) {
            SourceLimits taken = new SourceLimits(Duration.ofHours(99), 9999, 99_999_999);
            MediaInfo media = new Prober(FfmpegForTests.programs(), limits(), taken, work).probe(file.path());
            Optional<ReadingLog> log =
                    reader.sources().log(input, file.path(), media.video().index());
            new Indexer(FfmpegForTests.programs(), limits(), new CutRule(2, 5, 6, 12, 6, 2), InputOptions.beforeInput())
                    .read(file.path(), media.track(), NO_SOUNDS, work, threads, log, chunk -> {
                        log.ifPresent(each -> each.chunk(chunk.number()));
                        chunks.add(chunk);
                    });
            return new Read(input, media, chunks);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A chunk's pictures, decoded as to be encoded: their times and hashes. */
    List<String> pictures(Path file, WantedChunk wanted) {
        ChunkSpan span = wanted.chunk().span();
        List<String> lines = ffmpeg(String.format(
                "-threads 2 %s -copyts -i %s -map 0:%d"
                        + " -vf trim=start_pts=%d:end_pts=%d -fps_mode passthrough -enc_time_base 1:90000 -f framemd5 -",
                String.join(" ", Seek.to(OptionalLong.of(span.seekPts()), wanted.timeBase())),
                file,
                wanted.stream(),
                span.startPts(),
                span.endPts()));
        // The rate that a reader guesses is of no use to anybody.
        return lines.stream().filter(line -> !line.startsWith("#")).toList();
    }
}

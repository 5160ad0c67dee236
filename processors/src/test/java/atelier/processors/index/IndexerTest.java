package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    static Path folder;

    private static Path mp4;

    @BeforeAll
    static void makeAClip() {
        mp4 = folder.resolve("clip.mp4");
        ffmpeg(
                "-f lavfi -i testsrc2=s=160x90:r=25:d=24 -f lavfi -i sine=d=24 -c:v libx264 -preset veryfast -g 25 -c:a aac "
                        + mp4);
    }

    private static void ffmpeg(String arguments) {
        List<String> words = new ArrayList<>(List.of("-v", "error", "-y"));
        words.addAll(List.of(arguments.split(" ")));
        words.addAll(List.of("-progress", "pipe:1"));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, line -> {});
    }

    private static List<IndexedChunk> index(Path file, Ratio timeBase) {
        return index(file, new VideoTrack(0, "h264", "", timeBase, List.of(new Ratio(25, 1))));
    }

    private static List<IndexedChunk> index(Path file, VideoTrack track) {
        Indexer indexer = new Indexer(FfmpegForTests.programs(), LIMITS, CodedFrames.RULE, InputOptions.beforeInput());
        List<IndexedChunk> chunks = new ArrayList<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            indexer.read(file, track, CodedFrames.NO_SOUNDS, folder, threads, Optional.empty(), chunks::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
        return chunks;
    }

    @Test
    void ofFourHoursEachPictureIsInOneChunkAtItsTime() {
        Path film = folder.resolve("long.mkv");
        ffmpeg("-f lavfi -i testsrc2=s=64x36:r=1200/1001:d=14400 -c:v libx264 -preset ultrafast -g 10 " + film);

        List<IndexedChunk> chunks =
                index(film, new VideoTrack(0, "h264", "", new Ratio(1, 1000), List.of(new Ratio(1200, 1001))));

        int pictures = 17_263;
        long picture = chunks.get(0).span().frameTicks();
        assertThat(new Ratio(chunks.get(0).span().timescale(), picture)).isEqualTo(new Ratio(1200, 1001));
        assertThat(chunks).allMatch(chunk -> chunk.span().frameTicks() == picture);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(pictures);
        ChunkSpan last = chunks.get(chunks.size() - 1).span();
        assertThat(last.startTicks() + last.durationTicks()).isEqualTo(pictures * picture);
        assertThat(decoded(film, last)).isEqualTo(last.frames());
    }

    /** How many pictures of a chunk are found where it is said to be. */
    private static long decoded(Path film, ChunkSpan span) {
        List<String> words = new ArrayList<>(List.of("-v", "error"));
        words.addAll(Seek.to(span, new Ratio(1, 1000)));
        words.addAll(List.of("-copyts", "-i", film.toString(), "-vf"));
        words.add("trim=start_pts=" + span.startPts() + ":end_pts=" + span.endPts());
        words.addAll(List.of("-fps_mode", "passthrough", "-f", "framemd5", "-"));
        List<String> lines = new ArrayList<>();
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, lines::add);
        return lines.stream().filter(line -> !line.startsWith("#")).count();
    }

    @Test
    void aRemuxedFileHasTheSameChunks() {
        Path matroska = folder.resolve("clip.mkv");
        ffmpeg("-i " + mp4 + " -c copy -metadata title=Another " + matroska);

        List<IndexedChunk> original = index(mp4, new Ratio(1, 12800));
        List<IndexedChunk> remuxed = index(matroska, new Ratio(1, 1000));

        assertThat(original).hasSizeGreaterThan(2);
        assertThat(remuxed)
                .extracting(chunk -> chunk.span().frames())
                .isEqualTo(original.stream().map(chunk -> chunk.span().frames()).toList());
        assertThat(remuxed)
                .extracting(IndexedChunk::fingerprint)
                .isEqualTo(original.stream().map(IndexedChunk::fingerprint).toList());
    }
}

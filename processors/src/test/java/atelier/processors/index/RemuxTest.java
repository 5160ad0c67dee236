package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.mp4.InitSegment;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same coded pictures have the same fingerprints in every container. */
class RemuxTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final String FILM = "-f lavfi -i testsrc2=s=160x90:r=25:d=24 -f lavfi -i sine=d=24 -c:a aac -c:v ";

    @TempDir
    Path folder;

    private Path ffmpeg(String arguments, String name) {
        Path made = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("-v", "error", "-y"));
        words.addAll(List.of(arguments.split(" ")));
        words.addAll(List.of("-progress", "pipe:1", made.toString()));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, line -> {});
        return made;
    }

    private Path remuxed(Path file, String name) {
        return ffmpeg("-i " + file + " -c copy", name);
    }

    private List<String> fingerprints(Path file) {
        List<String> fingerprints = new ArrayList<>();
        read(file, chunk -> fingerprints.add(chunk.fingerprint()));
        return fingerprints;
    }

    private Index read(Path file, IndexListener chunks) {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            MediaInfo media =
                    new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder).probe(file);
            return new Indexer(FfmpegForTests.programs(), LIMITS, CodedFrames.RULE, InputOptions.beforeInput())
                    .read(file, media.track(), CodedFrames.NO_SOUNDS, folder, threads, Optional.empty(), chunks)
                    .index();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** At a rate that containers which count milliseconds can tell exactly. */
    @ParameterizedTest
    @CsvSource({
        "libx264 -preset veryfast -g 30, ts",
        "libx264 -preset veryfast -g 30, mkv",
        "libx264 -preset veryfast -g 30, flv",
        "libx264 -preset veryfast -g 30 -x264-params slices=3, ts",
        "libx264 -preset veryfast -g 9999, ts",
        "libx264 -s 160x96 -preset veryfast -g 30 -flags +ildct+ilme -x264-params tff=1, mkv",
        "libx265 -preset ultrafast -x265-params log-level=none:keyint=60, ts",
        "libx265 -preset ultrafast -x265-params log-level=none:keyint=60, mkv"
    })
    void aRemuxOfAnMp4HasItsFingerprintsThereAndBack(String coded, String extension) {
        Path mp4 = ffmpeg(FILM + coded, "film.mp4");
        Path there = remuxed(mp4, "film." + extension);
        Path back = remuxed(there, "back.mp4");

        List<String> original = fingerprints(mp4);
        assertThat(original).hasSizeGreaterThan(2);
        assertThat(fingerprints(there)).isEqualTo(original);
        assertThat(fingerprints(back)).isEqualTo(original);
    }

    @Test
    void aTransportStreamThatWasEncodedAsOneKeepsItsFingerprints() {
        Path stream = ffmpeg(FILM + "libx264 -preset veryfast -g 30", "film.ts");
        assertThat(fingerprints(remuxed(stream, "film.mp4")))
                .hasSizeGreaterThan(2)
                .isEqualTo(fingerprints(stream));
    }

    /** Its pictures are decoded to be counted, and a decoder hands them out later than it takes their packets. */
    @Test
    void aChunkWhoseFirstPictureAloneChangesDoesNotPassForTheSame() {
        String coded = "mpeg2video -g 1 -q:v 4 -c:a mp2";
        List<IndexedChunk> before = chunks(ffmpeg(FILM + coded, "film.mpg"));
        long picture =
                before.get(1).span().startTicks() * 25 / before.get(1).span().timescale();
        String mark = " -vf drawbox=c=red:t=fill:enable='eq(n," + picture + ")'";

        List<IndexedChunk> after = chunks(ffmpeg(FILM + coded + mark, "changed.mpg"));

        assertThat(named(before, after)).hasSizeLessThan(after.size());
        assertThat(named(before, after).stream()
                        .filter(chunk -> shows(chunk, picture))
                        .map(IndexedChunk::number))
                .isEmpty();
    }

    private List<IndexedChunk> chunks(Path film) {
        List<IndexedChunk> chunks = new ArrayList<>();
        read(film, chunks::add);
        return chunks;
    }

    /** What pass for the same. */
    private static List<IndexedChunk> named(List<IndexedChunk> before, List<IndexedChunk> after) {
        Set<String> names = before.stream().map(IndexedChunk::fingerprint).collect(Collectors.toSet());
        return after.stream()
                .filter(chunk -> names.contains(chunk.fingerprint()))
                .toList();
    }

    private static boolean shows(IndexedChunk chunk, long picture) {
        double at = (picture + 0.5) / 25
                - (double) chunk.span().startTicks() / chunk.span().timescale();
        return at > 0 && at < chunk.span().seconds();
    }

    @ParameterizedTest
    @CsvSource({
        "libx264 -profile:v baseline",
        "libx264 -profile:v main -level 3.1",
        "libx264 -profile:v high10 -pix_fmt yuv420p10le",
        "libx265 -preset ultrafast -x265-params log-level=none"
    })
    void theCodecIsWhatTheInitSegmentOfACopySays(String coded) throws IOException {
        Path mp4 = ffmpeg(FILM + coded + " -t 0.4", "film.mp4");
        Path cut = ffmpeg(
                "-i " + mp4 + " -an -c copy -tag:v " + (coded.contains("265") ? "hvc1" : "avc1")
                        + " -movflags +empty_moov+frag_keyframe",
                "cut.mp4");
        String codec = InitSegment.read(cut).codec();

        assertThat(codec).matches("avc1\\.[0-9a-f]{6}|hvc1\\..+");
        for (String container : List.of("mkv", "ts")) {
            assertThat(read(remuxed(mp4, "film." + container), chunk -> {}).codec())
                    .as(container)
                    .contains(codec);
        }
        assertThat(read(mp4, chunk -> {}).codec()).contains(codec);
    }

    @Test
    void otherParameterSetsAreAnotherFilm() {
        Path film = ffmpeg(FILM + "libx264 -preset veryfast -g 30", "film.mp4");
        Path other = ffmpeg("-i " + film + " -c copy -bsf:v h264_metadata=crop_right=2", "other.mp4");
        assertThat(fingerprints(other)).doesNotContainAnyElementsOf(fingerprints(film));
    }
}

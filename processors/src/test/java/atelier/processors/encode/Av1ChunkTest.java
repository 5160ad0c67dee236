package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import atelier.processors.ffmpeg.Capability;
import atelier.processors.ffmpeg.CapabilityProbe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.mp4.WrittenSegment;
import atelier.processors.probe.InputOptions;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks in AV1 fit together, and are cut at the key frames of the plan. */
class Av1ChunkTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 8L << 30, 0);
    private static final FrameSize SIZE = new FrameSize(192, 108);
    private static final int FRAME = 512;
    private static final int SCALE = 12_800;

    /** What a film of high dynamic range is kept as. */
    private static final Look HLG = new Look("yuv420p10le", "bt2020", "tv", "bt2020nc", "bt2020", SourceColour.HLG);

    private static final SourceColour FILMED =
            new SourceColour(Optional.of("bt2020"), false, "bt2020", SourceColour.HLG, false);

    @TempDir
    Path folder;

    static Stream<FfmpegInstallation> installations() {
        return FfmpegForTests.all().stream();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void chunksHaveOneInitSegmentWhateverTheirLengthThreadsAndEffort(FfmpegInstallation ffmpeg) throws IOException {
        Programs programs = new LocalPrograms(ffmpeg, Duration.ofSeconds(2));
        Set<Capability> found = new CapabilityProbe(programs, ffmpeg, folder)
                .probe(Set.of(Capability.LIBSVTAV1))
                .working();
        assumeThat(found).as("an encoder whose key frames are in their places").isNotEmpty();
        Path film = folder.resolve("film.mov");
        run(
                programs,
                "-v error -f lavfi -i testsrc2=s=192x108:r=25:d=3 -vf scale=out_color_matrix=bt2020,"
                        + "format=yuv422p10le -c:v prores_ks -color_primaries bt2020 -color_trc arib-std-b67 -colorspace"
                        + " bt2020nc -video_track_timescale 25 -progress pipe:1 " + film);

        WrittenChunk first = chunk(programs, film, 0, List.of(0, 24, 31), 50, 1, Effort.USUAL);
        WrittenChunk second = chunk(programs, film, 50, List.of(0), 24, 2, Effort.MORE);
        WrittenChunk last = chunk(programs, film, 74, List.of(0), 1, 1, Effort.USUAL);

        assertThat(first.init().codec()).isEqualTo("av01.0.00M.10");
        assertThat(first.init().colours()).contains(HLG.codes());
        assertThat(second.init().bytes()).isEqualTo(first.init().bytes());
        assertThat(last.init().bytes()).isEqualTo(first.init().bytes());
        assertThat(first.segments()).hasSize(3);
        Path joined = folder.resolve("joined.mp4");
        DecodeCheck.join(
                Files.write(folder.resolve("init.mp4"), first.init().bytes()),
                Stream.of(first, second, last)
                        .flatMap(each -> each.segments().stream())
                        .map(WrittenSegment::path)
                        .toList(),
                joined);
        looksLikeItsSource(programs, first);
        assertThat(told(programs, "-select_streams v -show_entries frame=key_frame,pts " + joined))
                .hasSize(75)
                .startsWith("1,0", "0,512", "0,1024")
                .contains("1,12288", "0,12800", "1,15872", "1,25600", "1,37888");
    }

    /** Of its key frames, the last among them: decoders of AV1 skip none between. */
    private void looksLikeItsSource(Programs programs, WrittenChunk chunk) throws IOException {
        Path alone = DecodeCheck.join(
                folder.resolve("init.mp4"),
                chunk.segments().stream().map(WrittenSegment::path).toList(),
                folder.resolve("alone.mp4"));
        Samples samples = Samples.of(span(0, List.of(0, 24, 31), 50), SIZE);
        new DecodeCheck(programs)
                .decodes(List.of(new DecodeCheck.Encoded(alone, Optional.of(samples))), folder, Optional.empty());
        assertThat(new QualityGate(0.9).look("it", samples, alone, folder.resolve("0.mp4")))
                .isEmpty();
    }

    private static ChunkSpan span(int from, List<Integer> keys, int frames) {
        List<Long> ticks = keys.stream().map(key -> (long) key * FRAME).toList();
        int lasts = frames * FRAME;
        return new ChunkSpan(
                from, from, from + frames, frames, SCALE, (long) from * FRAME, lasts, FRAME, FRAME, ticks, ticks);
    }

    private WrittenChunk chunk(
            Programs programs, Path film, int from, List<Integer> keys, int frames, int threads, Effort effort)
            throws IOException {
        ChunkSpan span = span(from, keys, frames);
        VideoCommand command = new VideoCommand(
                new EncodeInput(film, InputOptions.beforeInput(), 0),
                new Ratio(1, 25),
                span,
                SIZE,
                new SourcePicture(Scan.PROGRESSIVE, FILMED, new SphereFrame(Sphere.PLAIN, 192, 108)),
                HLG,
                Recipes.AV1,
                threads,
                effort);
        Path encoded = folder.resolve(from + ".mp4");
        programs.run(new SharedVideoCommand(List.of(command)).writing(List.of(encoded)), LIMITS, line -> {});
        return new SegmentWriter(1, command.delayTicks())
                .writeChunk(
                        encoded,
                        new ExpectedChunk(frames, span.durationTicks(), span.segmentStarts()),
                        span.startTicks(),
                        Files.createDirectories(folder.resolve("segments-" + from)));
    }

    private List<String> told(Programs programs, String words) {
        List<String> told = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-of", "csv=p=0"));
        arguments.addAll(List.of(words.split(" ")));
        programs.run(new Command(Program.FFPROBE, arguments, folder), LIMITS, told::add);
        return told;
    }

    private void run(Programs programs, String words) {
        programs.run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }
}

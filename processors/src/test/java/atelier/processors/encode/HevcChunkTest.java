package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Recipe;
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
import atelier.processors.mp4.Box;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.mp4.WrittenChunk;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks of high dynamic range in HEVC fit together. */
class HevcChunkTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final SourceColour HLG =
            new SourceColour(Optional.of("bt2020"), false, "bt2020", SourceColour.HLG, false);
    private static final Look KEPT = new Look("yuv420p10le", "bt2020", "tv", "bt2020nc", "bt2020", SourceColour.HLG);

    @TempDir
    Path folder;

    static Stream<FfmpegInstallation> installations() {
        return FfmpegForTests.all().stream();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void chunksHaveOneInitSegmentByHoweverManyThreadsAndStayOfHighRange(FfmpegInstallation ffmpeg) throws IOException {
        Programs programs = new LocalPrograms(ffmpeg, Duration.ofSeconds(2));
        Path film = folder.resolve("film.mov");
        run(
                programs,
                "-v error -f lavfi -i testsrc2=s=160x90:r=25:d=2 -vf scale=out_color_matrix=bt2020,"
                        + "format=yuv422p10le -c:v prores_ks -color_primaries bt2020 -color_trc arib-std-b67 -colorspace"
                        + " bt2020nc -video_track_timescale 25 -progress pipe:1 " + film);

        WrittenChunk first = chunk(programs, film, 0, 1);
        WrittenChunk second = chunk(programs, film, 25, 2);

        assertThat(second.init().bytes()).isEqualTo(first.init().bytes());
        assertThat(first.init().sampleEntry()).isEqualTo("hvc1");
        assertThat(first.init().codec()).startsWith("hvc1.2.4.L").endsWith(".90");
        Path joined = folder.resolve("joined.mp4");
        DecodeCheck.join(
                Files.write(folder.resolve("init.mp4"), first.init().bytes()),
                Stream.of(first, second)
                        .map(each -> each.segments().get(0).path())
                        .toList(),
                joined);
        List<String> told = new ArrayList<>();
        String entries = "stream=color_transfer,color_primaries,color_range,nb_read_frames";
        programs.run(
                new Command(
                        Program.FFPROBE,
                        List.of(("-v error -count_frames -show_entries " + entries + " -of default=nw=1 " + joined)
                                .split(" ")),
                        folder),
                LIMITS,
                told::add);
        assertThat(told)
                .contains(
                        "color_range=tv", "color_transfer=arib-std-b67", "color_primaries=bt2020", "nb_read_frames=50");
    }

    @Test
    void aRecipeOfEightBitsMakesStandardRangeOfTheSame() throws IOException {
        Recipe few = Recipes.UHD.withBits(8);
        Look look = Look.of(few, probe(dolbyVision(8, 4)).video());
        new ColourCube(HLG).write(folder.resolve(Look.CUBE));

        InitSegment made = chunk(FfmpegForTests.programs(), folder.resolve("film.mp4"), 0, 1, look, few)
                .init();

        assertThat(made.codec()).startsWith("hvc1.1.6.L");
        assertThat(made.colours()).contains(Look.STANDARD.codes());
    }

    @Test
    void ofDolbyVisionThatPhonesFilmTheHlgIsKeptAndTheRestLeftOut() throws IOException {
        Path film = dolbyVision(8, 4);

        MediaInfo media = probe(film);
        InitSegment made = chunk(FfmpegForTests.programs(), film, 0, 1).init();

        assertThat(InitSegment.read(film).inEntry("dvvC")).isPresent();
        assertThat(Look.of(Recipes.UHD, media.video())).isEqualTo(KEPT);
        assertThat(made.colours()).contains(KEPT.codes());
        assertThat(made.inEntry("dvvC")).isEmpty();
        assertThat(made.inEntry("dvcC")).isEmpty();
    }

    @Test
    void whatOnlyDolbyVisionCanShowIsRefused() {
        assertThatThrownBy(() -> probe(dolbyVision(5, 0)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Dolby Vision alone (profile 5)");
    }

    private MediaInfo probe(Path film) throws IOException {
        return new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder).probe(film);
    }

    /** HLG that says it is Dolby Vision, too: what it adds would be in NAL units that other decoders pass over. */
    private Path dolbyVision(int profile, int compatibility) throws IOException {
        Path plain = folder.resolve("plain.mp4");
        run(
                FfmpegForTests.programs(),
                "-v error -f lavfi -i testsrc2=s=160x90:r=25:d=1 -vf scale=out_color_matrix=bt2020,format=yuv420p10le,"
                        + "setparams=range=tv:colorspace=bt2020nc:color_primaries=bt2020:color_trc=arib-std-b67"
                        + " -c:v libx265 -preset ultrafast -x265-params log-level=error:bframes=0 -tag:v hvc1"
                        + " -movflags empty_moov+default_base_moof+frag_keyframe -video_track_timescale 25"
                        + " -progress pipe:1 " + plain);
        byte[] content = Files.readAllBytes(plain);
        InitSegment init = InitSegment.read(plain);
        Box configuration = new Box.Leaf(profile < 8 ? "dvcC" : "dvvC", configuration(profile, compatibility));
        Path film = folder.resolve("film.mp4");
        Files.write(film, init.withInEntry(Set.of(), List.of(configuration)).bytes());
        int media = init.bytes().length;
        return Files.write(film, Arrays.copyOfRange(content, media, content.length), StandardOpenOption.APPEND);
    }

    /** Dolby Vision Streams Within the ISO Base Media File Format 2.0, 3.2: level 1, with metadata and one layer. */
    private static byte[] configuration(int profile, int compatibility) {
        ByteBuffer body = ByteBuffer.allocate(24).put((byte) 1).put((byte) 0);
        return body.putShort((short) (profile << 9 | 1 << 3 | 0b101))
                .put((byte) (compatibility << 4))
                .array();
    }

    private WrittenChunk chunk(Programs programs, Path film, int from, int threads) throws IOException {
        return chunk(programs, film, from, threads, KEPT, Recipes.UHD);
    }

    private WrittenChunk chunk(Programs programs, Path film, int from, int threads, Look look, Recipe recipe)
            throws IOException {
        ChunkSpan span = new ChunkSpan(
                from, from, from + 25, 25, 12_500, from * 500L, 12_500, 500, 500, List.of(0L), List.of(0L));
        VideoCommand command = new VideoCommand(
                new EncodeInput(film, InputOptions.beforeInput(), 0),
                new Ratio(1, 25),
                span,
                new FrameSize(160, 90),
                new SourcePicture(Scan.PROGRESSIVE, HLG, new SphereFrame(Sphere.PLAIN, 160, 90)),
                look,
                recipe,
                threads,
                Effort.USUAL);
        Path encoded = folder.resolve(from + ".mp4");
        programs.run(new SharedVideoCommand(List.of(command)).writing(List.of(encoded)), LIMITS, line -> {});
        return new SegmentWriter(1, command.delayTicks())
                .writeChunk(
                        encoded,
                        new ExpectedChunk(25, 12_500, List.of(0L)),
                        span.startTicks(),
                        Files.createDirectories(folder.resolve("segments-" + from)));
    }

    private void run(Programs programs, String words) {
        programs.run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }
}

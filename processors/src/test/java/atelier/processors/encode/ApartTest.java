package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.PicturePipe;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ffmpeg.Relay;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decoded by a process of its own is encoded to the byte as it is by one. */
class ApartTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final SourceColour HLG =
            new SourceColour(Optional.of("bt2020"), false, "bt2020", SourceColour.HLG, false);
    private static final Look DEEP = new Look("yuv420p10le", "bt2020", "tv", "bt2020nc", "bt2020", SourceColour.HLG);
    private static final Look SHALLOW = new Look("yuv420p", "bt2020", "tv", "bt2020nc", "bt2020", SourceColour.HLG);
    private static final int EVEN = 512;
    private static final int UNEVEN = 0;

    @TempDir
    Path folder;

    static Stream<FfmpegInstallation> installations() {
        return FfmpegForTests.all().stream();
    }

    @ParameterizedTest
    @MethodSource("installations")
    void chunksOfHighRangeAndOfUnevenTimesAreTheSame(FfmpegInstallation ffmpeg) throws IOException {
        Programs programs = new LocalPrograms(ffmpeg, Duration.ofSeconds(2));
        Path film = film(programs);
        for (Look look : List.of(DEEP, SHALLOW)) {
            for (int ticks : List.of(EVEN, UNEVEN)) {
                SharedVideoCommand command = new SharedVideoCommand(List.of(command(film, look, ticks)));
                Path one = Files.createDirectories(folder.resolve("one")).resolve("made.mp4");
                Path two = Files.createDirectories(folder.resolve("two")).resolve("made.mp4");
                programs.run(command.writing(List.of(one)), LIMITS, line -> {});
                PicturePipe pipe = unpaced(command.parts().get(0).pipe(two.getParent()));
                new Relay(programs)
                        .run(
                                command.decoding(pipe.in(), two),
                                command.parts().get(0).encoding(pipe.out(), two),
                                pipe,
                                LIMITS,
                                line -> {});

                assertThat(two).hasSameBinaryContentAs(one);
                Samples samples = command.parts().get(0).samples();
                for (int i = 0; i < samples.files(one).size(); i++) {
                    assertThat(samples.files(two).get(i))
                            .hasSameBinaryContentAs(samples.files(one).get(i));
                }
            }
        }
    }

    /** Of pictures as small as these x265 wants more to look ahead to than it is given of large ones. */
    private static PicturePipe unpaced(PicturePipe pipe) {
        return new PicturePipe(pipe.in(), pipe.out(), Integer.MAX_VALUE);
    }

    private Path film(Programs programs) {
        Path film = folder.resolve("film.mov");
        String words = "-v error -f lavfi -i testsrc2=s=160x90:r=25:d=2 -vf scale=out_color_matrix=bt2020,"
                + "format=yuv422p10le -c:v prores_ks -color_primaries bt2020 -color_trc arib-std-b67 -colorspace"
                + " bt2020nc -video_track_timescale 12800 -progress pipe:1 " + film;
        programs.run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
        return film;
    }

    private static VideoCommand command(Path film, Look look, int ticks) {
        ChunkSpan span =
                new ChunkSpan(0, 12_800, 25_600, 25, 12_800, 12_800, 12_800, ticks, ticks, List.of(0L), List.of(0L));
        return new VideoCommand(
                new EncodeInput(film, InputOptions.beforeInput(), 0),
                new Ratio(1, 12_800),
                span,
                new FrameSize(160, 90),
                new SourcePicture(Scan.PROGRESSIVE, HLG, new SphereFrame(Sphere.PLAIN, 160, 90)),
                look,
                Recipes.UHD,
                1,
                Effort.USUAL);
    }
}

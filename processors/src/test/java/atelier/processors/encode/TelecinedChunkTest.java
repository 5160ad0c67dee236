package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of film that was spread over fields the film's own pictures are shown. */
class TelecinedChunkTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final long VIDEO = 4004;
    private static final long FILM = 5005;

    /** Ten times five pictures of video, and three. */
    private static final int PICTURES = 53;

    private static final int SHOWN = 43;
    private static final int EVEN = 40;
    private static final ChunkSpan SPAN = new ChunkSpan(
            0,
            0,
            PICTURES * 1001,
            SHOWN,
            120_000,
            0,
            PICTURES * VIDEO,
            0,
            FILM,
            List.of(0L),
            List.of(0L),
            CopyCuts.NONE,
            1,
            true);

    @TempDir
    Path folder;

    static Stream<Arguments> deliveries() {
        return FfmpegForTests.all().stream()
                .flatMap(ffmpeg -> Stream.of("yuv420p", "yuv422p10le").map(format -> Arguments.of(ffmpeg, format)));
    }

    /** Also of 10 bits and more chroma, as studios deliver it: its fields are matched all over the picture. */
    @ParameterizedTest
    @MethodSource("deliveries")
    void eachPictureOfTheFilmIsShownWholeAndAtItsTime(FfmpegInstallation ffmpeg, String format) {
        Programs programs = new LocalPrograms(ffmpeg, Duration.ofSeconds(2));
        Path film = folder.resolve("film.avi");
        Path video = folder.resolve("video.mov");
        Path made = folder.resolve("made.mp4");
        ffmpeg(programs, "-f lavfi -i testsrc2=s=320x180:r=24000/1001:d=2,format=" + format + " -c:v ffv1 " + film);
        ffmpeg(
                programs,
                "-i " + film + " -vf telecine=pattern=23,settb=1001/30000,setpts=N -c:v ffv1 -enc_time_base 1001:30000"
                        + " -video_track_timescale 30000 -strict -2 " + video);

        programs.run(new SharedVideoCommand(List.of(command(video))).writing(List.of(made)), LIMITS, line -> {});

        List<Long> times = times(programs, made);
        assertThat(times).hasSize(SHOWN);
        for (int i = 0; i < SHOWN; i++) {
            assertThat(times.get(i) - times.get(0)).isEqualTo(Math.min(i, EVEN) * FILM + Math.max(0, i - EVEN) * VIDEO);
        }
        assertThat(likeness(programs, made, film).subList(0, EVEN)).allMatch(like -> like > 30);
    }

    private static VideoCommand command(Path video) {
        SourceColour colour = new SourceColour(Optional.of("bt709"), false, "bt709", "bt709", false);
        return new VideoCommand(
                new EncodeInput(video, InputOptions.beforeInput(), 0),
                new Ratio(1, 30_000),
                SPAN,
                new FrameSize(320, 180),
                new SourcePicture(Scan.FILM_TOP_FIRST, colour, new SphereFrame(Sphere.PLAIN, 320, 180)),
                Look.STANDARD,
                Recipes.SD,
                1,
                Effort.USUAL);
    }

    /** When each picture is shown, in ticks of the chunk, in order. */
    private List<Long> times(Programs programs, Path made) {
        List<Long> times = new ArrayList<>();
        List<String> arguments = List.of("-v error -show_entries packet=pts -of csv=p=0".split(" "));
        List<String> words = new ArrayList<>(arguments);
        words.add(made.toString());
        programs.run(
                new Command(Program.FFPROBE, words, folder),
                LIMITS,
                line -> times.add(Long.parseLong(line.replace(",", ""))));
        return times.stream().sorted().toList();
    }

    /** How much each picture is like that of the film with its number, in dB (PSNR). */
    private List<Double> likeness(Programs programs, Path made, Path film) {
        List<Double> likeness = new ArrayList<>();
        String count = "settb=1/25,setpts=N,format=yuv420p,setparams=range=tv:colorspace=bt709";
        programs.run(
                new Command(
                        Program.FFMPEG,
                        List.of(
                                "-v",
                                "error",
                                "-i",
                                made.toString(),
                                "-i",
                                film.toString(),
                                "-lavfi",
                                "[0:v]" + count + "[a];[1:v]" + count + "[b];[a][b]psnr=f=-",
                                "-f",
                                "null",
                                "-"),
                        folder),
                LIMITS,
                line -> likeness.add(Double.valueOf(line.replaceAll(".*psnr_y:(\\S+).*", "$1"))));
        return likeness;
    }

    private void ffmpeg(Programs programs, String words) {
        List<String> arguments = new ArrayList<>(List.of(("-v error -progress pipe:1 " + words).split(" ")));
        programs.run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
    }
}

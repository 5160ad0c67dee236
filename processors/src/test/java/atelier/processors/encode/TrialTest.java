package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short encodes that are made to be measured, by a real FFmpeg. */
class TrialTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    /** Three seconds with key frames each second, of a film whose ticks are its time base. */
    private static final ChunkSpan CHUNK =
            new ChunkSpan(0, 0, 38_400, 75, 12_800, 0, 38_400, 512, 512, List.of(0L, 12_800L, 25_600L), List.of(0L));

    @TempDir
    Path folder;

    private Trial trial(MediaInfo media, FrameSize size) {
        return new Trial(folder.resolve("film.mp4"), media, CHUNK, size, Recipes.SD, List.of(23, 29), Optional.empty());
    }

    private MediaInfo film(int width, int height) throws IOException {
        String making = "-v error -f lavfi -i mandelbrot=s=" + width + "x" + height + ":r=25 -t 3 -vf noise=alls=4"
                + " -c:v libx264 -preset ultrafast -g 25 -video_track_timescale 12800 -pix_fmt yuv420p ";
        FfmpegForTests.programs()
                .run(
                        new Command(Program.FFMPEG, List.of((making + folder.resolve("film.mp4")).split(" ")), folder),
                        LIMITS,
                        line -> {});
        return new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder)
                .probe(folder.resolve("film.mp4"));
    }

    @Test
    void aHigherConstantQualityIsSmallerAndLessAlikeAndNothingIsKept() throws IOException {
        List<Trial.Result> results = new TrialEncoder(FfmpegForTests.programs(), ChunkStudio.settings(folder))
                .make(trial(film(320, 180), new FrameSize(160, 90)))
                .results();

        assertThat(results).extracting(Trial.Result::crf).containsExactly(23, 29);
        Trial.Result better = results.get(0);
        Trial.Result worse = results.get(1);
        assertThat(better.ssim()).isBetween(0.8, 0.9999);
        assertThat(worse.ssim()).isLessThan(better.ssim() - 0.005);
        assertThat(worse.kilobits()).isBetween(4.0, better.kilobits() * 3 / 4);
        assertThat(better.cpuMillis()).isPositive();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void whatWasFilmedInItsSizeShowsMoreThanTheNextLowerRendition() throws IOException {
        assertThat(enlarged(film(320, 180))).isBetween(0.8, 0.99);
    }

    @Test
    void whatWasEnlargedShowsNoMore() throws IOException {
        assertThat(enlarged(film(64, 36))).isBetween(0.997, 0.9999);
    }

    private double enlarged(MediaInfo film) throws IOException {
        return new TrialEncoder(FfmpegForTests.programs(), ChunkStudio.settings(folder))
                .make(withBelow(film, Optional.of(new FrameSize(214, 120))))
                .enlarged()
                .orElseThrow();
    }

    private Trial withBelow(MediaInfo media, Optional<FrameSize> below) {
        return new Trial(
                folder.resolve("film.mp4"), media, CHUNK, new FrameSize(320, 180), Recipes.SD, List.of(23, 29), below);
    }

    @Test
    void everyFfmpegFindsTheSame() throws IOException {
        MediaInfo film = film(320, 180);
        List<Double> found = new ArrayList<>();
        for (FfmpegInstallation installation : FfmpegForTests.all()) {
            found.add(new TrialEncoder(
                            new LocalPrograms(installation, Duration.ofSeconds(2)), ChunkStudio.settings(folder))
                    .make(trial(film, new FrameSize(160, 90)))
                    .results()
                    .get(0)
                    .ssim());
        }

        assertThat(found).allSatisfy(each -> assertThat(each).isEqualTo(found.get(0), within(0.002)));
    }

    @Test
    void twoSecondsOfTheMiddleAreTriedInTheScaleOfTheRenditionWithItsShareOfTheCap() throws IOException {
        Trial trial = trial(film(64, 36), new FrameSize(1920, 1080));

        Command command = new TrialCommand(trial, List.of("-only"), Path.of("/scratch")).encoding();

        assertThat(String.join(" ", command.arguments()))
                .contains("-only -copyts -i file:")
                .contains("[0:0]trim=start_pts=12800:end_pts=38400,settb=1/12800,setpts=N*512,scale=1920:1080")
                .contains(",crop=960:540,split=3[crf23][crf29][reference]")
                .contains("-map [crf29] -an")
                .contains("-force_key_frames 0.000000,1.000000 ")
                .contains("-crf 29 -maxrate 400k -bufsize 800k")
                .endsWith("-map [reference] -fps_mode passthrough -c:v rawvideo -f nut /scratch/reference.nut");
        assertThat(command.background()).isTrue();
        assertThat(trial.span().frames()).isEqualTo(50);
        assertThat(trial.kilobits(1000)).as("of whole pictures").isEqualTo(16);
    }

    @Test
    void eachIsComparedWithWhatWentInPictureByPicture() throws IOException {
        Command command = new TrialCommand(trial(film(64, 36), new FrameSize(64, 36)), List.of(), Path.of("/scratch"))
                .comparing();

        assertThat(String.join(" ", command.arguments())).contains("""
                -threads 1 -protocol_whitelist file -i /scratch/reference.nut \
                -threads 1 -protocol_whitelist file -i /scratch/crf23.mp4 \
                -threads 1 -protocol_whitelist file -i /scratch/crf29.mp4 -filter_complex_threads 1 -filter_complex \
                [0:v]settb=1/1000,setpts=N,split=2[wanted23][wanted29];\
                [1:v]setparams=range=unknown:colorspace=unknown,settb=1/1000,setpts=N[made23];[made23][wanted23]ssim=stats_file=crf23.log[like23];\
                [2:v]setparams=range=unknown:colorspace=unknown,settb=1/1000,setpts=N[made29];[made29][wanted29]ssim=stats_file=crf29.log[like29]""");
    }

    @Test
    void whatTheFilterLoggedIsRead() {
        List<String> log = List.of(
                "n:1 Y:0.988241 U:0.992135 V:0.991022 All:0.989353 (19.728266)",
                "n:2 Y:1.000000 U:1.000000 V:1.000000 All:1.000000 (inf)");

        assertThat(TrialEncoder.ssim(log)).isEqualTo(0.9941205, within(1e-9));
        assertThatThrownBy(() -> TrialEncoder.ssim(List.of()))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("no picture");
    }
}

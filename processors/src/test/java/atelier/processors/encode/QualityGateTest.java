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
import atelier.processors.mp4.InitSegment;
import atelier.processors.probe.InputOptions;
import atelier.processors.work.Failure;
import atelier.processors.work.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an encoder made is held against what went into it. */
class QualityGateTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final QualityGate GATE = new QualityGate(0.5);

    /** Two seconds, four key frames. */
    private static final ChunkSpan SPAN = new ChunkSpan(
            0, 0, 25_600, 50, 12_800, 0, 25_600, 512, 512, List.of(0L, 6400L, 12_800L, 19_200L), List.of(0L));

    @TempDir
    Path folder;

    private Programs programs = FfmpegForTests.programs();

    static Stream<FfmpegInstallation> installations() {
        return FfmpegForTests.all().stream();
    }

    private void film(String name, String source) {
        run("-v error -f lavfi -i " + source + " -t 2 -c:v libx264 -preset ultrafast -crf 4 -pix_fmt yuv420p -g 25 "
                + folder.resolve(name));
    }

    private void run(String words) {
        programs.run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }

    private VideoCommand command(String film, Recipe recipe, Effort effort) {
        return command(film, SPAN, recipe, effort);
    }

    private VideoCommand command(String film, ChunkSpan span, Recipe recipe, Effort effort) {
        return new VideoCommand(
                new EncodeInput(folder.resolve(film), InputOptions.beforeInput(), 0),
                new Ratio(1, 12_800),
                span,
                new FrameSize(320, 180),
                VideoCommandTest.PICTURE,
                Look.STANDARD,
                recipe,
                1,
                effort);
    }

    private Path encode(VideoCommand command, String name) {
        Path encoded = folder.resolve(name);
        programs.run(new SharedVideoCommand(List.of(command)).writing(List.of(encoded)), LIMITS, line -> {});
        return encoded;
    }

    /** The samples of one encode, held against what another has become. */
    private Optional<UnlikeSourceException> look(Path taken, Path made) throws IOException {
        return look(SPAN, taken, made);
    }

    private Optional<UnlikeSourceException> look(ChunkSpan span, Path taken, Path made) throws IOException {
        Samples samples = Samples.of(span, new FrameSize(320, 180));
        new DecodeCheck(programs)
                .decodes(List.of(new DecodeCheck.Encoded(made, Optional.of(samples))), folder, Optional.empty());
        return GATE.look("HD chunk 3 of mila/sunset", samples, made, taken);
    }

    private Path copy(Path encoded, String name) throws IOException {
        return Files.copy(encoded, folder.resolve(name));
    }

    @ParameterizedTest
    @MethodSource("installations")
    void whatIsEncodedRightPasses(FfmpegInstallation installation) throws IOException {
        programs = new LocalPrograms(installation, Duration.ofSeconds(2));
        film("film.mp4", "testsrc2=s=320x180:r=25");

        Path encoded = encode(command("film.mp4", Recipes.SD, Effort.USUAL), "a.mp4");

        assertThat(look(encoded, copy(encoded, "joined.mp4"))).isEmpty();
    }

    /** 12 · 334 / 10020 is 0.4 s, and less than 0.4 where it is reckoned as 12 · 334 · (1 / 10020). */
    @Test
    void pictureAfterPictureAnotherPassesWhereFloatingPointFallsShortOfAKeyFramesTime() throws IOException {
        ChunkSpan span = new ChunkSpan(
                0, 0, 25_600, 60, 10_020, 0, 20_040, 334, 334, List.of(0L, 4008L, 8016L, 12_024L), List.of(0L));
        film("flashes.mp4", "color=s=320x180:r=30,geq=lum='mod(97*N\\,200)+20':cb=128:cr=128");

        Path encoded = encode(command("flashes.mp4", span, Recipes.SD, Effort.USUAL), "a.mp4");

        assertThat(look(span, encoded, copy(encoded, "joined.mp4"))).isEmpty();
    }

    @Test
    void anotherFilmDoesNotAndIsAPermanentFailureThatSaysWhatToDo() throws IOException {
        film("film.mp4", "testsrc2=s=320x180:r=25");
        film("other.mp4", "smptebars=s=320x180:r=25");
        Path encoded = encode(command("film.mp4", Recipes.SD, Effort.USUAL), "a.mp4");
        Path other = encode(command("other.mp4", Recipes.SD, Effort.USUAL), "b.mp4");

        UnlikeSourceException unlike = look(encoded, copy(other, "joined.mp4")).orElseThrow();

        Failure failure = Failure.of(unlike);
        assertThat(failure.kind()).isEqualTo(FailureClass.PERMANENT);
        assertThat(failure.reason()).isEqualTo("unlike its source");
        assertThat(failure.message())
                .startsWith("HD chunk 3 of mila/sunset does not look like its source")
                .contains("0.50 is the least (atelier.quality.floor)", "try again");
    }

    @Test
    void picturesThatArePredictedWrongAreFoundThoughKeyFramesAreRight() throws IOException {
        film("film.mp4", "testsrc2=s=320x180:r=25");
        film("dark.mp4", "testsrc2=s=320x180:r=25,eq=brightness=-0.3:enable='gt(mod(n\\,12.5)\\,1)'");
        Path encoded = encode(command("film.mp4", Recipes.SD, Effort.USUAL), "a.mp4");
        Path dark = encode(command("dark.mp4", Recipes.SD, Effort.USUAL), "b.mp4");

        assertThat(look(encoded, copy(dark, "joined.mp4"))).isPresent();
    }

    @Test
    void samplesThatAreMissingAreSaidToBe() throws IOException {
        film("film.mp4", "testsrc2=s=320x180:r=25");
        Path encoded = encode(command("film.mp4", Recipes.SD, Effort.USUAL), "a.mp4");
        Files.write(Path.of(encoded + ".keys"), new byte[0]);

        assertThatThrownBy(() -> look(encoded, copy(encoded, "joined.mp4")))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("of 3 pictures, 0 went in and 3 came out");
    }

    @Test
    void withMoreEffortAChunkHasMoreBitsAndTheSameInitSegment() throws IOException {
        film("film.mp4", "testsrc2=s=320x180:r=25");
        for (Recipe recipe : List.of(Recipes.SD, Recipes.UHD)) {
            Path usual = encode(command("film.mp4", recipe, Effort.USUAL), recipe.codec() + "-usual.mp4");
            Path more = encode(command("film.mp4", recipe, Effort.MORE), recipe.codec() + "-more.mp4");

            assertThat(InitSegment.read(more).canonical().bytes())
                    .as(recipe.codec())
                    .isEqualTo(InitSegment.read(usual).canonical().bytes());
            assertThat(Files.size(more)).as(recipe.codec()).isGreaterThan(Files.size(usual) * 5 / 4);
        }
    }
}

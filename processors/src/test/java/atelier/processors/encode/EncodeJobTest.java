package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodeJobTest {
    private static final Command COMMAND = new Command(Program.FFMPEG, List.of(), Path.of("/"));

    /** Ten seconds. */
    private static final ChunkSpan SPAN =
            new ChunkSpan(0, 0, 900_000, 250, 90_000, 0, 900_000, 3_600, 3_600, List.of(0L), List.of(0L));

    @TempDir
    Path folder;

    private EncodeJob job(Recipe recipe, OptionalInt copied, boolean careful) {
        boolean whole = recipe.kind() == Recipe.Kind.AUDIO;
        return new EncodeJob(
                "ab".repeat(32),
                null,
                1,
                1,
                "SD",
                "mila/sunset",
                recipe,
                new FrameSize(722, 406),
                folder.resolve("film.mov"),
                null,
                whole ? Optional.empty() : Optional.of(new IndexedChunk(3, "cd", SPAN)),
                Optional.empty(),
                0,
                OptionalLong.of(100_000),
                0,
                false,
                copied,
                1,
                careful);
    }

    private EncodeJob job(Recipe recipe) {
        return job(recipe, OptionalInt.empty(), false);
    }

    @Test
    void aJobThatStalledHasMorePatienceAndIsNotKeptWaitingByOthers() {
        EncodeJob usual = job(Recipes.SD);
        EncodeJob careful = job(Recipes.SD, OptionalInt.empty(), true);

        assertThat(usual.call(COMMAND).background()).isTrue();
        assertThat(usual.patience(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(careful.call(COMMAND).background()).isFalse();
        assertThat(careful.patience(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void whatAnOutputWillTakeIsReckonedFromItsBitRateAndDuration() {
        assertThat(Estimate.bytes(job(Recipes.SD))).as("10 s of 1600 kbit/s").isEqualTo(2_000_000);
        assertThat(Estimate.bytes(job(Recipes.AUDIO))).as("100 s of 128 kbit/s").isEqualTo(1_600_000);
        assertThat(Estimate.bytes(job(Recipes.POSTER))).isPositive();
    }

    @Test
    void withoutACapItIsReckonedFromThePicture() {
        Recipe free = Recipes.capped(0);

        assertThat(Estimate.bytes(job(free))).as("0.2 bits a pixel").isEqualTo(2_198_490);
    }

    @Test
    void whatIsCopiedTakesItsPartOfTheFile() throws IOException {
        Files.write(folder.resolve("film.mov"), new byte[5_000]);

        assertThat(Estimate.bytes(job(Recipes.SD, OptionalInt.of(0), false)))
                .as("a tenth of the time")
                .isEqualTo(500);
    }
}

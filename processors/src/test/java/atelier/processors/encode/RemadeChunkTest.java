package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A chunk that does not look like its source is made once more, harder, and then fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemadeChunkTest {
    private final List<Command> encodes = new ArrayList<>();
    private ChunkStudio studio;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        studio = new ChunkStudio(folder);
    }

    @BeforeEach
    void empty() {
        studio.empty();
        encodes.clear();
    }

    /** An FFmpeg of which the first encodes show nothing of what went into them. */
    private Programs blind(int times) {
        return (command, limits, output) -> {
            Outcome outcome = FfmpegForTests.programs().run(command, limits, output);
            if (command.arguments().contains("-force_key_frames")) {
                encodes.add(command);
                if (encodes.size() <= times) {
                    loseSamples(command.directory());
                }
            }
            return outcome;
        };
    }

    /** An FFmpeg that says another transfer than the one that was asked for. */
    private static Programs colourBlind() {
        return (command, limits, output) -> {
            List<String> words = command.arguments().stream()
                    .map(word -> word.replace("color_trc=bt709", "color_trc=smpte170m"))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (words.contains("-color_trc")) {
                words.set(words.indexOf("-color_trc") + 1, "smpte170m");
            }
            return FfmpegForTests.programs()
                    .run(new Command(command.program(), words, command.directory()), limits, output);
        };
    }

    private static void loseSamples(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("SD.mp4.")).toList()) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VideoEncoder encoder(Programs programs) {
        return studio.encoder(programs);
    }

    private EncodeJob job(String name) {
        return job(name, 3, Recipes.SD);
    }

    private EncodeJob job(String name, int chunk, Recipe recipe) {
        FrameSize size = name.equals("SD") ? new FrameSize(160, 90) : new FrameSize(320, 180);
        return studio.job(name, chunk, size, recipe);
    }

    private boolean isMade(EncodeJob job) {
        return studio.isMade(job);
    }

    @Test
    void onceUnlikeItIsMadeAgainWithMoreBits() throws IOException {
        EncodeJob job = job("SD");

        encoder(blind(1)).encode(job, List.of());

        assertThat(encodes).hasSize(2);
        assertThat(encodes.get(0).arguments()).noneMatch(word -> word.contains("zones="));
        assertThat(encodes.get(1).arguments()).anyMatch(word -> word.contains(":zones=0,24,b=2"));
        assertThat(isMade(job)).isTrue();
    }

    @Test
    void twiceUnlikeItFails() {
        EncodeJob job = job("SD");

        assertThatThrownBy(() -> encoder(blind(2)).encode(job, List.of()))
                .isInstanceOf(UnlikeSourceException.class)
                .hasMessageContaining("SD chunk 3 of mila/sunset does not look like its source");
        assertThat(encodes).hasSize(2);
        assertThat(isMade(job)).isFalse();
    }

    @Test
    void predictedPicturesAreLookedAtInEveryFourthChunkAndInAllOfADevice() {
        Samples samples = Samples.of(ChunkStudio.SPAN, new FrameSize(160, 90));
        EncodeJob fourth = job("SD");

        assertThat(samples.lookedAt(fourth).predicted()).isEmpty();
        assertThat(samples.lookedAt(fourth).keyFrames()).isEqualTo(samples.keyFrames());
        assertThat(samples.lookedAt(job("HD", 4, Recipes.SD)).predicted()).hasValue(3);
        assertThat(samples.lookedAt(job("3K", 3, Recipes.SD.withEncoder("h264_qsv")))
                        .predicted())
                .hasValue(3);
    }

    @Test
    void whatSaysOfItsColoursWhatTheyAreNotIsRefused() {
        EncodeJob job = job("SD");

        assertThatThrownBy(() -> encoder(colourBlind()).encode(job, List.of()))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("transfer=6", "not ColourCodes[primaries=1, transfer=1, matrix=1");
        assertThat(isMade(job)).isFalse();
    }

    @Test
    void whatWasMadeAlongIsKeptOrLeftToItsOwnJob() throws IOException {
        EncodeJob unlike = job("SD");
        EncodeJob alike = job("HD");

        encoder(blind(1)).encode(alike, List.of(unlike));
        assertThat(encodes).hasSize(1);
        assertThat(isMade(alike)).isTrue();
        assertThat(isMade(unlike)).isFalse();
    }

    @Test
    void whereTheAskedOneIsUnlikeWhatWasMadeAlongIsKept() throws IOException {
        EncodeJob unlike = job("SD");
        EncodeJob alike = job("HD");

        encoder(blind(1)).encode(unlike, List.of(alike));

        assertThat(isMade(alike)).isTrue();
        assertThat(isMade(unlike)).isTrue();
        assertThat(encodes.get(1).arguments()).noneMatch(word -> word.endsWith("HD.mp4"));
    }
}

package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound that was encoded has to be there. */
class SilentEncodeTest {
    @TempDir
    Path folder;

    @Test
    void soundIsMadeOfASourceThatHasSomeAndWhatComesOutWithoutAnyIsNot() throws IOException {
        ChunkStudio studio = new ChunkStudio(folder);
        EncodeJob job = studio.job("AUDIO", 0, new FrameSize(320, 180), Recipes.AUDIO);

        assertThatThrownBy(() -> studio.audio(deaf()).encode(job))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("AUDIO")
                .hasMessageContaining("came out without any sound");
        assertThat(studio.isMade(job)).isFalse();

        studio.audio(FfmpegForTests.programs()).encode(job);
        assertThat(studio.isMade(job)).isTrue();
    }

    /** An FFmpeg that writes a file of sound, and none into it. */
    private static Programs deaf() {
        return (command, limits, output) -> {
            List<String> words = new ArrayList<>(command.arguments());
            words.addAll(words.size() - 1, List.of("-frames:a", "0"));
            return FfmpegForTests.programs()
                    .run(new Command(command.program(), words, command.directory()), limits, output);
        };
    }
}

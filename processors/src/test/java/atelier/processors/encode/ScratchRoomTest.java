package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chunk takes of the scratch disk. */
class ScratchRoomTest {
    @TempDir
    Path folder;

    private long taken;

    /** FFmpeg; what lies about of the chunk's pictures is counted when it is called, at the worst moment. */
    private Outcome counted(Command command, Limits limits, Consumer<String> lines) {
        taken = Math.max(taken, bytes(folder.resolve("work")));
        return FfmpegForTests.programs().run(command, limits, lines);
    }

    private static long bytes(Path below) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(each -> each.toString().matches(".*\\.(mp4|m4s)"))
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aChunkIsThereTwiceAtMostWhileItIsLookedAt() throws IOException {
        ChunkStudio studio = new ChunkStudio(folder);
        EncodeJob job = studio.job("SD", 1, ChunkStudio.SPAN, new FrameSize(320, 180), Recipes.SD);

        studio.encoder(this::counted).encode(job, List.of());

        long stored = bytes(folder.resolve("store"));
        assertThat(taken).isBetween(stored, stored * 21 / 10);
        assertThat(bytes(folder.resolve("work"))).isZero();
    }
}

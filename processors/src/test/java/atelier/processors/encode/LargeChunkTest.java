package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chunk of more than 4K in HEVC, by real FFmpeg: twelve pictures, so that one that is encoded has to let the next ones through. */
class LargeChunkTest {
    private static final ChunkSpan SPAN =
            new ChunkSpan(0, 0, 6144, 12, 12_800, 0, 6144, 512, 512, List.of(0L), List.of(0L));

    @TempDir
    Path folder;

    private final Queue<Command> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> patience = new ConcurrentLinkedQueue<>();

    private Outcome noted(Command command, Limits limits, Consumer<String> lines) {
        calls.add(command);
        patience.add(limits.noProgress());
        return FfmpegForTests.programs().run(command, limits, lines);
    }

    @Test
    void isDecodedByAProcessOfItsOwnAndKeptLikeAnyOther() throws IOException {
        ChunkStudio studio = new ChunkStudio(folder);
        EncodeJob job = studio.job("8K360", 1, SPAN, new FrameSize(4160, 2080), Recipes.UHD.withMaxrate(40_000));

        studio.encoder(this::noted).encode(job, List.of());

        assertThat(studio.isMade(job)).isTrue();
        assertThat(calls)
                .filteredOn(call -> names(call, "decoded.pipe"))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.arguments()).contains("rawvideo").doesNotContain("libx265"));
        assertThat(calls)
                .filteredOn(call -> names(call, "paced.pipe"))
                .singleElement()
                .satisfies(call -> assertThat(call.arguments()).contains("libx265"));
    }

    @Test
    void twoScreensOfPixelsMayTakeTwiceAsLongUntilTheFirstIsEncoded() throws IOException {
        ChunkStudio studio = new ChunkStudio(folder);
        Duration usual = ChunkStudio.settings(folder).noProgress();

        studio.encoder(this::noted)
                .encode(studio.job("SD", 1, ChunkStudio.SPAN, new FrameSize(320, 180), Recipes.SD), List.of());
        assertThat(patience.peek()).isEqualTo(usual);

        patience.clear();
        EncodeJob large = studio.job("4K360", 1, SPAN, new FrameSize(4160, 2080), Recipes.SD.withMaxrate(40_000));
        studio.encoder(this::noted).encode(large, List.of());
        assertThat(patience.peek()).isEqualTo(usual.multipliedBy(2));
    }

    private static boolean names(Command call, String pipe) {
        return call.arguments().stream().anyMatch(word -> word.endsWith(pipe));
    }
}

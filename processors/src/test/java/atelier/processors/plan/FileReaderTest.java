package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Home;
import atelier.processors.catalog.Input;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.CutRule;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Indexer;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live recording of 30 s, whose container does not say so. */
class FileReaderTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final String LIVE =
            "-v error -y -f lavfi -i testsrc2=s=160x90:r=25:d=30 -c:v libx264 -preset ultrafast"
                    + " -g 50 -f matroska -live 1 -progress pipe:1 sources/live.mkv";

    @TempDir
    Path folder;

    private final List<IndexedChunk> chunks = new ArrayList<>();

    @BeforeEach
    void record() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.createDirectories(folder.resolve("work"));
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of(LIVE.split(" ")), folder), LIMITS, line -> {});
    }

    private void read(Duration longest) throws IOException {
        SourceLimits taken = new SourceLimits(longest, 1000, 1_000_000);
        Prober prober = new Prober(FfmpegForTests.programs(), LIMITS, taken, folder);
        Indexer indexer = new Indexer(
                FfmpegForTests.programs(), LIMITS, new CutRule(2, 5, 6, 15, 6, 2), InputOptions.beforeInput());
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            FileReader reader = new FileReader(new Home(folder), null, prober, indexer, threads, null);
            Input input = new Input(
                    1, 1, 1, "sources/live.mkv", 1, Optional.empty(), Optional.empty(), 0, OptionalInt.empty());
            MediaInfo media = reader.probe(input);
            assertThat(media.duration()).isEmpty();
            reader.read(input, media, chunks::add);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFilmThatTurnsOutTooLongIsRefusedWhereItDoes() {
        assertThatThrownBy(() -> read(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.rejection().problem())
                                .isEqualTo("The video lasts more than 0:00:20, which is the most that is taken."));
        assertThat(chunks)
                .isNotEmpty()
                .allSatisfy(chunk -> assertThat(
                                chunk.span().startTicks() + chunk.span().durationTicks())
                        .isLessThanOrEqualTo(20L * chunk.span().timescale()));
    }

    @Test
    void aFilmOfTheLongestLengthIsTaken() throws IOException {
        read(Duration.ofSeconds(30));
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(750);
    }
}

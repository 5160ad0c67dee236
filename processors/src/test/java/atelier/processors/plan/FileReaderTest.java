package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Home;
import atelier.processors.HandClock;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.CutRule;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Indexer;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import atelier.processors.sources.FolderSources;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A live recording of 30 s, whose container does not say so. */
class FileReaderTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final String LIVE_FILM = "sources/live.mkv";
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

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());

    private void read(String film, Duration longest) throws IOException {
        SourceLimits taken = new SourceLimits(longest, 1000, 1_000_000);
        Prober prober = new Prober(FfmpegForTests.programs(), LIMITS, taken, folder);
        Indexer indexer = new Indexer(
                FfmpegForTests.programs(), LIMITS, new CutRule(2, 5, 6, 15, 6, 2), InputOptions.beforeInput());
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            JobProgress progress = new JobProgress(new JobRuns(sql, clock), JobRef.READ, clock);
            FileReader reader = new FileReader(
                    new Home(folder),
                    new FolderSources(new Home(folder)),
                    null,
                    prober,
                    indexer,
                    new SoundCuts(48_000, Duration.ofSeconds(6)),
                    threads,
                    progress,
                    null);
            Input input = new Input(1, 1, 1, film, 1, Optional.empty(), Optional.empty(), 0, OptionalInt.empty());
            MediaInfo media = reader.probe(input);
            assertThat(media.duration().isPresent()).isEqualTo(!film.equals(LIVE_FILM));
            reader.read(input, media, chunk -> {
                clock.advance(Duration.ofSeconds(2));
                chunks.add(chunk);
            });
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFilmThatTurnsOutTooLongIsRefusedWhereItDoes() {
        assertThatThrownBy(() -> read(LIVE_FILM, Duration.ofSeconds(20)))
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
        read(LIVE_FILM, Duration.ofSeconds(30));
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(750);
    }

    @Test
    void howFarAFilmIsReadIsToldWhereItsLengthIsKnown() throws IOException {
        FfmpegForTests.programs()
                .run(
                        new Command(
                                Program.FFMPEG,
                                List.of("-v error -i sources/live.mkv -c copy sources/known.mp4".split(" ")),
                                folder),
                        LIMITS,
                        line -> {});
        new JobRuns(sql, clock).begin(new JobRef(JobRef.READ, "1", 0, "here"));

        read("sources/known.mp4", Duration.ofSeconds(30));

        assertThat(sql.sql("SELECT progress FROM job_runs WHERE task = 'read' AND job = '1'")
                        .query(Double.class)
                        .single())
                .isBetween(0.5, 0.99);
    }
}

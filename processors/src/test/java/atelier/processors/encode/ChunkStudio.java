package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import atelier.processors.store.FolderStore;
import atelier.processors.work.Claim;
import atelier.processors.work.Claims;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobRuns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A film of a second, and all that encodes it, on a real MariaDB and a real FFmpeg. */
final class ChunkStudio {
    static final ChunkSpan SPAN =
            new ChunkSpan(0, 0, 12_800, 25, 12_800, 0, 12_800, 512, 512, List.of(0L), List.of(0L));
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    final JdbcClient sql;
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final Outputs outputs;
    private final Path folder;
    private final Path film;
    private final MediaInfo media;

    /** @param folder for all files */
    ChunkStudio(Path folder) throws IOException {
        this.folder = folder;
        this.sql = JdbcClient.create(database);
        this.outputs = new Outputs(sql, Clock.systemUTC(), new Json());
        this.film = folder.resolve("film.mp4");
        String making =
                "-v error -f lavfi -i testsrc2=s=320x180:r=25:d=1 -f lavfi -i sine=r=48000:d=1 -c:v libx264 -preset"
                        + " ultrafast -pix_fmt yuv420p -c:a aac ";
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of((making + film).split(" ")), folder), LIMITS, line -> {});
        this.media = new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder).probe(film);
    }

    /** What encoding below a folder may use. */
    static EncodeSettings settings(Path folder) {
        return new EncodeSettings(
                folder.resolve("work"),
                InputOptions.beforeInput(),
                1,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                0,
                Duration.ofSeconds(6),
                "8");
    }

    VideoEncoder encoder(Programs programs) {
        EncodeSettings settings = settings(folder);
        ChunkKeeper keeper = new ChunkKeeper(
                new InitCheck(sql), new DecodeCheck(programs), new QualityGate(0.5), recorder(), Optional.empty());
        return new VideoEncoder(programs, settings, keeper, progress(), new Devices(1, ""));
    }

    AudioEncoder audio(Programs programs) {
        return new AudioEncoder(programs, settings(folder), recorder(), progress());
    }

    private JobProgress progress() {
        return new JobProgress(new JobRuns(sql, Clock.systemUTC()), "encode", Clock.systemUTC());
    }

    private Recorder recorder() {
        return new Recorder(
                new FolderStore(folder.resolve("store")),
                outputs,
                new OutputFiles(sql, new Json()),
                new Artworks(sql, Clock.systemUTC()),
                new Claims(sql),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                fingerprint -> {},
                new EncodeMeters(new SimpleMeterRegistry()),
                "8");
    }

    /** Forgets what was made. */
    void empty() {
        for (String table : List.of("rendition_chunks", "encode_jobs", "outputs")) {
            sql.sql("DELETE FROM " + table).update();
        }
    }

    /** The job of a chunk, each of another output. */
    EncodeJob job(String name, int chunk, FrameSize size, Recipe recipe) {
        return job(name, chunk, SPAN, size, recipe);
    }

    /** The same where the chunk has other segments. */
    EncodeJob job(String name, int chunk, ChunkSpan span, FrameSize size, Recipe recipe) {
        String fingerprint = new Fingerprint(name).add(chunk).hex();
        outputs.want(fingerprint, "VIDEO");
        sql.sql("INSERT INTO encode_jobs (task_name, task_instance, picked, picked_by, version)"
                        + " VALUES ('encode', :fp, 1, 'one', 1)")
                .param("fp", fingerprint)
                .update();
        return new EncodeJob(
                fingerprint,
                new Claim("encode_jobs", "encode", fingerprint, "one", 1),
                1,
                1,
                name,
                "mila/sunset",
                recipe,
                size,
                film,
                media,
                Optional.of(new IndexedChunk(chunk, "ef".repeat(32), span)),
                Optional.empty(),
                0,
                OptionalLong.empty(),
                30 * SPAN.durationTicks(),
                false,
                OptionalInt.empty(),
                1,
                false);
    }

    boolean isMade(EncodeJob job) {
        return outputs.find(job.fingerprint()).orElseThrow().made();
    }
}

package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import atelier.processors.work.Claim;
import atelier.processors.work.Claims;
import atelier.processors.work.LostClaimException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker that was thought dead and comes back, at every step of its work. Its job went to a successor meanwhile. */
class LateWorkerTest {
    private static final String FINGERPRINT = "cd".repeat(32);

    @TempDir
    Path folder;

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final Outputs outputs = new Outputs(sql, Clock.systemUTC(), new Json());
    private final OutputFiles files = new OutputFiles(sql, new Json());
    private final Claims claims = new Claims(sql);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Store store;
    private Recorder recorder;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("store"));
        recorder = new Recorder(
                store,
                outputs,
                files,
                new Artworks(sql, Clock.systemUTC()),
                claims,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                fingerprint -> {},
                new EncodeMeters(meters),
                "8.1");
        outputs.want(FINGERPRINT, "AUDIO");
        sql.sql("INSERT INTO encode_jobs (task_name, task_instance, picked, version) VALUES ('encode', :fp, 0, 1)")
                .param("fp", FINGERPRINT)
                .update();
    }

    /** What one worker makes: an init segment and two segments, each with the worker's name in it. */
    private record Made(EncodeJob job, FreshInit init, List<Fresh> segments) {}

    private Made work(String node) throws IOException {
        Claim claim = claims.take(FINGERPRINT, node, Instant.now()).orElseThrow();
        Path scratch = Files.createDirectories(folder.resolve(node));
        List<Fresh> segments = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            Path file = Files.writeString(scratch.resolve(MediaAddress.segment(number)), node + " " + number);
            segments.add(new Fresh(file, new Segment(number, 90_000, Files.size(file)), SegmentHash.of(file)));
        }
        StreamInfo info = new StreamInfo("mp4a.40.2", 48_000, 0, 0, 2, 48_000, 0);
        return new Made(job(claim), FreshInit.of(Files.writeString(scratch.resolve("init.mp4"), node), info), segments);
    }

    private static EncodeJob job(Claim claim) {
        return JobsForTests.of(FINGERPRINT, claim, "AUDIO", Recipes.AUDIO);
    }

    /** As db-scheduler does when heartbeats are missed. */
    private void thinkDead(Made late) {
        claims.giveBack(late.job().claim(), Instant.now());
    }

    private void make(Made made) {
        recorder.init(made.job(), made.init());
        recorder.grow(made.job(), 0, made.segments());
        recorder.made(made.job(), made.init(), made.segments(), Duration.ofSeconds(1));
    }

    private List<String> stored() throws IOException {
        List<String> content = new ArrayList<>();
        String placement = MediaAddress.ofPlacement(FINGERPRINT, 0) + "/";
        for (String key : List.of(
                MediaAddress.init(FINGERPRINT),
                placement + MediaAddress.segment(0),
                placement + MediaAddress.segment(1))) {
            try (InputStream stream = store.open(key, 0)) {
                content.add(new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    private void isTheSuccessorsAlone() throws IOException {
        assertThat(stored()).containsExactly("successor", "successor 0", "successor 1");
        assertThat(outputs.find(FINGERPRINT).orElseThrow().made()).isTrue();
        assertThat(files.hashes(FINGERPRINT)).hasSize(3);
        assertThat(meters.counter("atelier.chunks.encoded", "rendition", "AUDIO")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void itWritesNothingOnceItsSuccessorHasTheJob() throws IOException {
        Made late = work("late");
        recorder.init(late.job(), late.init());
        thinkDead(late);
        Made successor = work("successor");

        assertThatThrownBy(() -> recorder.grow(late.job(), 0, late.segments()))
                .isInstanceOf(LostClaimException.class)
                .hasMessageContaining("AUDIO of mila/sunset");
        make(successor);

        isTheSuccessorsAlone();
    }

    @Test
    void itDoesNotWriteOverWhatItsSuccessorHasWritten() throws IOException {
        Made late = work("late");
        recorder.init(late.job(), late.init());
        thinkDead(late);
        Made successor = work("successor");
        recorder.init(successor.job(), successor.init());
        recorder.grow(successor.job(), 0, successor.segments().subList(0, 1));

        assertThatThrownBy(() -> recorder.grow(late.job(), 0, late.segments())).isInstanceOf(LostClaimException.class);
        assertThatThrownBy(() -> recorder.init(late.job(), late.init())).isInstanceOf(LostClaimException.class);
        recorder.grow(successor.job(), 0, successor.segments().subList(1, 2));
        recorder.made(successor.job(), successor.init(), successor.segments(), Duration.ofSeconds(1));

        isTheSuccessorsAlone();
    }

    @Test
    void itRecordsNothingThoughAllOfItsFilesAreThere() throws IOException {
        Made late = work("late");
        recorder.init(late.job(), late.init());
        recorder.grow(late.job(), 0, late.segments());
        thinkDead(late);
        Made successor = work("successor");

        assertThatThrownBy(() -> recorder.made(late.job(), late.init(), late.segments(), Duration.ZERO))
                .isInstanceOf(LostClaimException.class);
        assertThat(outputs.find(FINGERPRINT).orElseThrow().made()).isFalse();
        make(successor);

        isTheSuccessorsAlone();
    }

    @Test
    void itLeavesAloneWhatItsSuccessorHasMade() throws IOException {
        Made late = work("late");
        thinkDead(late);
        make(work("successor"));

        make(late);

        isTheSuccessorsAlone();
    }

    @Test
    void thoughtDeadItLeavesTheOutputToWhoeverComes() throws IOException {
        Made late = work("late");
        thinkDead(late);

        assertThatThrownBy(() -> make(late)).isInstanceOf(LostClaimException.class);

        assertThat(folder.resolve("store")).doesNotExist();
    }
}

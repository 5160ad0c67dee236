package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import atelier.processors.store.WatchedStore;
import atelier.processors.work.Claim;
import atelier.processors.work.Claims;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever an output consists of is of one encode. */
class RecorderTest {
    private static final String FINGERPRINT = "ab".repeat(32);
    private static final Claim CLAIM = new Claim("encode_jobs", "encode", FINGERPRINT, "one", 1);

    @TempDir
    Path folder;

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final Outputs outputs = new Outputs(sql, Clock.systemUTC(), new Json());
    private final OutputFiles files = new OutputFiles(sql, new Json());
    private final List<String> told = new ArrayList<>();

    private Store store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("store"));
        sql.sql("INSERT INTO encode_jobs (task_name, task_instance, picked, picked_by, version)"
                        + " VALUES ('encode', :fp, 1, 'one', 1)")
                .param("fp", FINGERPRINT)
                .update();
    }

    private Recorder recorder(Store store) {
        return new Recorder(
                store,
                outputs,
                files,
                new Artworks(sql, Clock.systemUTC()),
                new Claims(sql),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                told::add,
                new EncodeMeters(new SimpleMeterRegistry()),
                "8.1");
    }

    /** What one encode made: three segments, each with the encode's name in it. */
    private record Encode(FreshInit init, List<Fresh> segments) {}

    private Encode encode(String name) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve(name));
        StreamInfo info = new StreamInfo("avc1.640028", 90_000, 320, 180, 0, 0, 25);
        List<Fresh> segments = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            Path file = Files.writeString(scratch.resolve(MediaAddress.segment(number)), name + " " + number);
            segments.add(new Fresh(file, new Segment(number, 90_000, Files.size(file)), SegmentHash.of(file)));
        }
        return new Encode(FreshInit.of(Files.writeString(scratch.resolve("init.mp4"), name), info), segments);
    }

    /** Only what a recorder looks at. */
    private static EncodeJob job(String fingerprint) {
        return JobsForTests.of(fingerprint, CLAIM, "HD", Recipes.SD);
    }

    private void whole(String fingerprint, Encode encode) {
        recorder(store)
                .whole(job(fingerprint), encode.init(), encode.segments(), Optional.empty(), Duration.ofSeconds(1));
    }

    private List<String> stored(String fingerprint) throws IOException {
        String placement = MediaAddress.ofPlacement(fingerprint, 0) + "/";
        List<String> hashes = new ArrayList<>();
        for (String key : List.of(
                MediaAddress.init(fingerprint),
                placement + MediaAddress.segment(0),
                placement + MediaAddress.segment(1),
                placement + MediaAddress.segment(2))) {
            try (InputStream content = store.open(key, 0)) {
                hashes.add(SegmentHash.of(content));
            }
        }
        return hashes;
    }

    private static List<String> hashes(Encode encode) {
        return Stream.concat(
                        Stream.of(encode.init().sha256()),
                        encode.segments().stream().map(Fresh::sha256))
                .toList();
    }

    @Test
    void hashesAreRecordedWithWhatIsStored() throws IOException {
        outputs.want(FINGERPRINT, "VIDEO");
        Encode encode = encode("one");

        whole(FINGERPRINT, encode);

        assertThat(files.hashes(FINGERPRINT)).isEqualTo(hashes(encode)).isEqualTo(stored(FINGERPRINT));
        assertThat(outputs.find(FINGERPRINT).orElseThrow().made()).isTrue();
        assertThat(sql.sql("SELECT encoder FROM outputs").query(String.class).single())
                .isEqualTo("libx264");
        assertThat(told).containsExactly(FINGERPRINT);
    }

    @Test
    void aPosterHasAHashToo() throws IOException {
        outputs.want(FINGERPRINT, "POSTER");
        Path poster = Files.writeString(folder.resolve("poster.jpg"), "a picture");
        String hash = SegmentHash.of(poster);

        recorder(store).file(job(FINGERPRINT), poster, Optional.empty(), Duration.ZERO);

        assertThat(files.hashes(FINGERPRINT)).containsExactly(hash);
        assertThat(new StoredOutputs(sql).made(FINGERPRINT).orElseThrow().own().bytes())
                .hasValue(9);
    }

    @Test
    void whatAnotherCatalogueLeftInTheStoreIsReplaced() throws IOException {
        outputs.want(FINGERPRINT, "VIDEO");
        Path left = Files.createDirectories(folder.resolve("store/chunks").resolve(FINGERPRINT + "/0"));
        Files.writeString(left.resolve(MediaAddress.segment(1)), "of another encode");
        Encode encode = encode("one");

        whole(FINGERPRINT, encode);

        assertThat(stored(FINGERPRINT)).isEqualTo(hashes(encode));
    }

    @Test
    void whatIsMadeIsNotWrittenAgain() throws IOException {
        outputs.want(FINGERPRINT, "VIDEO");
        Encode first = encode("first");
        whole(FINGERPRINT, first);

        whole(FINGERPRINT, encode("second"));

        assertThat(stored(FINGERPRINT)).isEqualTo(hashes(first));
        assertThat(files.hashes(FINGERPRINT)).isEqualTo(hashes(first));
    }

    @Test
    void whatNobodyNeedsAnyMoreIsNotStored() throws IOException {
        whole(FINGERPRINT, encode("late"));

        assertThat(folder.resolve("store")).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void anEncodeThatWasCutOffLeavesNothingOfItsOwn() throws IOException {
        outputs.want(FINGERPRINT, "AUDIO");
        Encode cutOff = encode("cut off");
        recorder(store).init(job(FINGERPRINT), cutOff.init());
        recorder(store).grow(job(FINGERPRINT), 0, cutOff.segments());

        Encode again = encode("again");
        List<Fresh> two = again.segments().subList(0, 2);
        recorder(store).init(job(FINGERPRINT), again.init());
        recorder(store).grow(job(FINGERPRINT), 0, two);
        recorder(store).made(job(FINGERPRINT), again.init(), two, Duration.ZERO);

        assertThat(files.hashes(FINGERPRINT)).isEqualTo(hashes(again).subList(0, 3));
        assertThat(outputs.segments(FINGERPRINT)).hasSize(2);
    }

    @Test
    void whoBeginsToWriteWritesAllOfItBeforeAnother() throws Exception {
        outputs.want(FINGERPRINT, "VIDEO");
        Encode one = encode("one");
        Encode other = encode("other, longer");
        ExecutorService node = Executors.newSingleThreadExecutor();
        CompletableFuture<Future<?>> begun = new CompletableFuture<>();
        Store meetsOther = new WatchedStore(store, new WatchedStore.Watcher() {
            @Override
            public void written(String folder) {
                if (!begun.isDone()) {
                    begun.complete(node.submit(() -> record(recorder(store), other)));
                    assertThatThrownBy(() -> begun.get().get(500, TimeUnit.MILLISECONDS))
                            .isInstanceOf(TimeoutException.class);
                }
            }
        });
        try {
            record(recorder(meetsOther), one);
            begun.get().get();
        } finally {
            node.shutdownNow();
        }
        assertThat(outputs.find(FINGERPRINT).orElseThrow().made()).isTrue();
        assertThat(stored(FINGERPRINT)).isIn(hashes(one), hashes(other)).isEqualTo(files.hashes(FINGERPRINT));
    }

    /** The one that was written over is told so, and would be tried again. */
    private void record(Recorder recorder, Encode encode) {
        try {
            recorder.whole(job(FINGERPRINT), encode.init(), encode.segments(), Optional.empty(), Duration.ofSeconds(1));
        } catch (OutputCheckException e) {
            assertThat(e).hasMessageContaining("twice at a time");
        }
    }

    @Test
    void whatAnotherEncodeWroteOverIsNotMade() throws IOException {
        outputs.want(FINGERPRINT, "AUDIO");
        Encode one = encode("one");
        Encode other = encode("other");
        recorder(store).init(job(FINGERPRINT), one.init());
        recorder(store).grow(job(FINGERPRINT), 0, one.segments());
        recorder(store).grow(job(FINGERPRINT), 0, other.segments().subList(1, 2));

        assertThatThrownBy(() -> recorder(store).made(job(FINGERPRINT), one.init(), one.segments(), Duration.ZERO))
                .isInstanceOf(OutputCheckException.class)
                .hasMessageContaining("HD of mila/sunset", "twice at a time");

        assertThat(outputs.find(FINGERPRINT).orElseThrow().made()).isFalse();
    }
}

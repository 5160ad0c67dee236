package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.Input;
import atelier.processors.s3.Fault;
import atelier.processors.s3.FaultyS3;
import atelier.processors.s3.S3ForTests;
import atelier.processors.sources.SourcesForTests.Node;
import atelier.processors.work.Failure;
import atelier.processors.work.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Nodes that share a bucket and the catalogue, and no folder. */
class BucketSourcesTest {
    private static final int BYTES = 300_000;
    private static final AtomicInteger FILMS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static SourcesForTests all;
    private FaultyS3 between;
    private S3Client client;
    private Node watcher;
    private Node worker;

    @BeforeAll
    static void share() {
        all = new SourcesForTests(folder);
    }

    @BeforeEach
    void start() throws IOException {
        between = FaultyS3.before(S3ForTests.endpoint());
        client = S3ForTests.client(between.endpoint(), Duration.ofSeconds(5));
        watcher = all.node();
        worker = all.node(client, Long.MAX_VALUE);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        between.close();
    }

    private static byte[] content(int seed) {
        byte[] content = new byte[BYTES];
        new Random(seed).nextBytes(content);
        return content;
    }

    private Input deliver(int seed) throws IOException {
        return all.deliver(
                watcher,
                Files.write(folder.resolve("film" + seed + ".mov"), content(seed)),
                "mila/film" + FILMS.incrementAndGet());
    }

    private void assertIsRead(Input input, int seed) throws IOException {
        try (SourceFile file = worker.sources().whole(input)) {
            assertThat(file.path()).hasBinaryContent(content(seed));
        }
    }

    private void replace(Input input) {
        String key = "masters/" + input.filePath().substring("sources/".length());
        S3ForTests.client()
                .putObject(request -> request.bucket(all.place.bucket()).key(key), RequestBody.fromBytes(content(99)));
    }

    @Test
    void aNodeReadsWhatAnotherOneTook() throws IOException {
        Input input = deliver(1);

        assertThat(worker.sources().isThere(input)).isTrue();
        assertIsRead(input, 1);
    }

    @Test
    void whatWasDeliveredHereIsNotFetchedAndIsHereOnce() throws IOException {
        watcher = all.node(client, Long.MAX_VALUE);
        Input input = deliver(1);

        try (SourceFile file = watcher.sources().whole(input)) {
            assertThat(file.path()).hasBinaryContent(content(1));
        }

        assertThat(between.asked()).noneMatch(each -> each.startsWith("GET"));
        assertThat(watcher.home().resolve(input.filePath())).doesNotExist();
    }

    @Test
    void anAnswerThatIsCutIsReadOn() throws IOException {
        Input input = deliver(1);
        between.fault(each -> each.startsWith("GET"), new Fault.CutAnswer(100_000), 2);

        assertIsRead(input, 1);
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() throws IOException {
        Input input = deliver(1);
        between.fault(each -> each.startsWith("GET"), new Fault.Answer(503, "SlowDown"), 2);

        assertIsRead(input, 1);
    }

    @Test
    void aServerThatIsAwayIsWaitedForAndWhatCameStays() throws IOException {
        Input input = deliver(1);
        between.always(new Fault.Away());

        assertThatThrownBy(() -> worker.sources().whole(input))
                .isInstanceOf(SourcesAwayException.class)
                .hasMessageContaining("endpoint away. The server cannot be reached")
                .satisfies(e -> assertThat(Failure.of(e).kind()).isEqualTo(FailureClass.TRANSIENT));

        between.heal();
        assertIsRead(input, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, credentials refused",
        "403, RequestTimeTooSkewed, clock wrong",
        "404, NoSuchBucket, bucket missing",
        "503, SlowDown, throttled",
    })
    void whateverIsWrongWithTheBucketIsWaitedFor(int status, String code, String reason) throws IOException {
        Input input = deliver(1);
        between.always(new Fault.Answer(status, code));

        assertThatThrownBy(() -> worker.sources().whole(input))
                .isInstanceOf(SourcesAwayException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(Failure.of(e).kind()).isEqualTo(FailureClass.TRANSIENT));

        between.heal();
        assertIsRead(input, 1);
    }

    @Test
    void whatWasReplacedInTheBucketIsNotMixedWithWhatWasRead() throws IOException {
        Input input = deliver(1);
        replace(input);

        assertThatThrownBy(() -> worker.sources().whole(input))
                .isInstanceOf(SourceReplacedException.class)
                .satisfies(e -> assertThat(Failure.of(e).kind()).isEqualTo(FailureClass.PERMANENT));
        assertThat(worker.sources().state(input)).isInstanceOf(Sources.State.Replaced.class);
    }

    @Test
    void whatIsUnchangedIsKnownToBe() throws IOException {
        assertThat(worker.sources().state(deliver(1))).isEqualTo(new Sources.State.Same());
    }

    @Test
    void whatIsRefusedIsBroughtHomeToBeMovedAndThenForgotten() throws IOException {
        Input input = deliver(1);

        Path home = worker.sources().bring(input);
        assertThat(home).isEqualTo(worker.home().resolve(input.filePath())).hasBinaryContent(content(1));
        Files.delete(home);
        worker.sources().forget(input);

        assertThat(worker.sources().isThere(input)).isFalse();
        assertThat(S3ForTests.client()
                        .listObjectsV2(request -> request.bucket(all.place.bucket()))
                        .contents())
                .noneMatch(each -> input.filePath().endsWith(each.key().substring("masters/".length())));
    }

    @Test
    void uploadsThatADeadNodeLeftAreEndedOnceTheyAreOld() {
        S3Client server = S3ForTests.client();
        String bucket = all.place.bucket();
        server.createMultipartUpload(request -> request.bucket(bucket).key("masters/mila/half.mov"));
        server.createMultipartUpload(request -> request.bucket(bucket).key("others/half.mov"));
        Instant later = Instant.now().plus(Duration.ofMinutes(1));

        assertThat(worker.sources().removeUnfinished(later.minus(Duration.ofDays(1))))
                .isZero();
        assertThat(worker.sources().removeUnfinished(later)).isEqualTo(1);

        assertThat(server.listMultipartUploads(request -> request.bucket(bucket))
                        .uploads())
                .extracting(each -> each.key())
                .containsExactly("others/half.mov");
    }

    @Test
    void aBucketThatIsAwayIsSaidAndIsForgottenWhenItIsBack() {
        assertThat(worker.sources().trouble()).isEmpty();
        between.always(new Fault.Answer(403, "ExpiredToken"));

        assertThat(worker.sources().trouble())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("/masters: credentials refused")
                        .contains("ExpiredToken"));

        between.heal();
        assertThat(worker.sources().trouble()).isEmpty();
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() throws IOException {
        worker = all.node(client, BYTES + BYTES / 2);
        Input first = deliver(1);
        Input second = deliver(2);

        assertIsRead(first, 1);
        assertIsRead(second, 2);

        assertThat(worker.home().work().resolve("sources").toFile().list()).containsExactly(second.id() + ".mov");
        assertIsRead(first, 1);
    }

    @Test
    void whatIsInUseStays() throws IOException {
        worker = all.node(client, 0);
        Input first = deliver(1);
        Input second = deliver(2);

        try (SourceFile file = worker.sources().whole(first)) {
            assertIsRead(second, 2);
            assertThat(file.path()).hasBinaryContent(content(1));
        }
    }

    @Test
    void whatWasDeliveredBeforeThereWasABucketIsReadWhereItLies() throws IOException {
        Path old = Files.createDirectories(worker.home().sources()).resolve("old.mov");
        Files.write(old, content(3));
        Input input = new Input(
                12345, 1, 1, "sources/old.mov", BYTES, Optional.empty(), Optional.empty(), 0, OptionalInt.empty());

        assertIsRead(input, 3);
    }
}

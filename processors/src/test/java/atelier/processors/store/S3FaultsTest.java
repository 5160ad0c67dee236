package atelier.processors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.s3.Fault;
import atelier.processors.s3.FaultyS3;
import atelier.processors.s3.S3ForTests;
import atelier.processors.work.Failure;
import atelier.processors.work.FailureClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What goes wrong between the store and its bucket ends in a clear state, and goes on when the cause is gone. */
class S3FaultsTest {
    private static final int PART = 5 << 20;
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Predicate<String> PUTS = request -> request.startsWith("PUT ");
    private static final Predicate<String> GETS = request -> request.startsWith("GET ");

    @TempDir
    Path folder;

    private final String bucket = S3ForTests.freshBucket();
    private FaultyS3 between;
    private S3Client client;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        between = FaultyS3.before(S3ForTests.endpoint());
        client = S3ForTests.client(between.endpoint(), SILENCE);
        store = new S3Store(client, new BucketPlace(bucket, ""), PART, 1000);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        client.close();
        between.close();
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] content(String key) throws IOException {
        try (InputStream stream = store.open(key, 0)) {
            return stream.readAllBytes();
        }
    }

    /** Two parts and a bit. */
    private Path large() throws IOException {
        return Files.write(folder.resolve("0.m4s"), bytes(2 * PART + 1000));
    }

    private static Predicate<String> part(int number) {
        return request -> request.startsWith("PUT ") && request.contains("partNumber=" + number);
    }

    private void isWorthAnotherTry(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        assertThat(failure.kind()).isEqualTo(FailureClass.TRANSIENT);
        assertThat(failure.blame()).isEqualTo(Failure.Blame.WORLD);
        assertThat(failure.reason()).isEqualTo("store away");
    }

    @Test
    void anAnswerThatIsCutOffIsReadOn() throws IOException {
        byte[] bytes = bytes(1_000_000);
        store.put("a/file", bytes);
        between.fault(GETS, new Fault.CutAnswer(300_000), 3);

        assertThat(content("a/file")).isEqualTo(bytes);
        assertThat(between.asked().stream().filter(GETS)).hasSize(4);
    }

    @Test
    void anAnswerThatIsCutOffForEverIsNotTakenForTheWhole() {
        store.put("a/file", bytes(1_000_000));
        between.fault(GETS, new Fault.CutAnswer(0), 1000);

        assertThatThrownBy(() -> content("a/file"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could be read up to byte 0 of 1000000");
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNotMixedWithItsSuccessor() throws IOException {
        store.put("a/file", bytes(1_000_000));
        between.fault(GETS, new Fault.CutAnswer(300_000), 1);

        try (InputStream stream = store.open("a/file", 0)) {
            S3ForTests.client()
                    .putObject(
                            request -> request.bucket(bucket).key("a/file"), RequestBody.fromBytes(bytes(1_000_001)));
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was replaced while it was read");
        }
    }

    @Test
    void anUploadThatSomebodyElseHasEndedIsNotTakenForDone() throws IOException {
        Path file = large();
        between.fault(
                request -> request.startsWith("POST ") && request.contains("uploadId="),
                new Fault.Answer(404, "NoSuchUpload"),
                1000);

        assertThatThrownBy(() -> store.putAll("chunks/a", List.of(file))).isInstanceOf(StoreException.class);
        assertThat(file).exists();
    }

    @Test
    void whatIsSkippedIsAskedForNoMore() throws IOException {
        store.put("a/file", bytes(1_000_000));

        try (InputStream stream = store.open("a/file", 0)) {
            stream.skipNBytes(900_000);
            assertThat(stream.readAllBytes()).hasSize(100_000);
        }

        assertThat(between.asked().stream().filter(GETS)).hasSize(2);
    }

    @Test
    void aSmallObjectIsReadByOneRequest() {
        byte[] bytes = bytes(1000);
        store.put("a/file", bytes);
        int before = between.asked().size();

        assertThat(store.read("a/file")).hasValue(bytes);
        assertThat(store.read("a/other")).isEmpty();

        assertThat(between.asked()).hasSize(before + 2);
    }

    @Test
    void ofAnObjectThatIsPeekedIntoTheRestIsSentToWhoReadsOn() throws IOException {
        byte[] bytes = bytes(1_000_000);
        store.put("a/file", bytes);
        store.put("a/empty", new byte[0]);

        try (InputStream stream = store.peek("a/file", 10)) {
            assertThat(stream.readNBytes(65536)).isEqualTo(Arrays.copyOfRange(bytes, 10, 65546));
            assertThat(between.asked().stream().filter(GETS)).hasSize(1);
            assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 65546, bytes.length));
        }
        assertThat(between.asked().stream().filter(GETS)).hasSize(2);
        try (InputStream stream = store.peek("a/file", 999_990)) {
            assertThat(stream.readAllBytes()).hasSize(10);
        }
        try (InputStream stream = store.peek("a/empty", 0)) {
            assertThat(stream.readAllBytes()).isEmpty();
        }
    }

    @Test
    void aServerThatAsksForFewerRequestsIsWaitedFor() throws IOException {
        between.fault(PUTS, new Fault.Answer(503, "SlowDown"), 1);
        between.fault(PUTS, new Fault.Answer(500, "InternalError"), 1);

        store.put("a/file", bytes(10));

        assertThat(content("a/file")).hasSize(10);
        assertThat(between.asked().stream().filter(PUTS)).hasSize(3);
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedAgain() throws IOException {
        between.fault(PUTS, new Fault.Delay(Duration.ofSeconds(2)), 1);

        try (S3Client hasty = S3ForTests.client(between.endpoint(), Duration.ofMillis(500));
                S3Store store = new S3Store(hasty, new BucketPlace(bucket, ""))) {
            store.put("a/file", bytes(10));
        }

        assertThat(content("a/file")).hasSize(10);
        assertThat(between.asked().stream().filter(PUTS)).hasSizeGreaterThan(1);
    }

    @Test
    void aPartThatIsCutOffIsSentAgain() throws IOException {
        Path file = large();
        between.fault(part(2), new Fault.CutRequest(1_000_000), 2);

        store.putAll("chunks/a", List.of(file));

        assertThat(content("chunks/a/0.m4s")).isEqualTo(bytes(2 * PART + 1000));
    }

    @Test
    void anUploadThatFailsLeavesNothingAndCanBeDoneAgain() throws IOException {
        Path file = large();
        between.fault(part(3), new Fault.Answer(500, "InternalError"), 1000);

        assertThatThrownBy(() -> store.putAll("chunks/a", List.of(file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The store could not write into 'chunks/a'")
                .hasMessageContaining("server failing. The server fails. (the server said 500 InternalError")
                .satisfies(this::isWorthAnotherTry);
        assertThat(store.size("chunks/a/0.m4s")).isEmpty();
        assertThat(client.listMultipartUploads(request -> request.bucket(bucket))
                        .uploads())
                .isEmpty();
        assertThat(file).exists();

        between.heal();
        store.putAll("chunks/a", List.of(file));
        assertThat(store.size("chunks/a/0.m4s")).hasValue(2 * PART + 1000);
    }

    @Test
    void anUploadWhoseLastAnswerIsLostIsDone() throws IOException {
        Path file = large();
        Predicate<String> completing = request -> request.startsWith("POST ") && request.contains("uploadId=");
        between.fault(completing, new Fault.LoseAnswer(), 1);
        // As servers answer that forget an upload with its completion.
        between.fault(completing, new Fault.Answer(404, "NoSuchUpload"), 1000);

        store.putAll("chunks/a", List.of(file));

        assertThat(content("chunks/a/0.m4s")).isEqualTo(bytes(2 * PART + 1000));
        assertThat(file).doesNotExist();
    }

    @Test
    void anObjectThatIsCutOffWhileItIsWrittenIsNotSeen() {
        between.fault(PUTS, new Fault.CutRequest(500_000), 1000);

        assertThatThrownBy(() -> store.put("a/file", bytes(1_000_000)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be reached")
                .satisfies(this::isWorthAnotherTry);

        assertThat(store.size("a/file")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, bucket missing",
        "403, SignatureDoesNotMatch, credentials refused",
        "403, ExpiredToken, credentials refused",
        "403, AccessDenied, access denied",
        "403, RequestTimeTooSkewed, clock wrong",
        "301, PermanentRedirect, wrong region",
        "503, SlowDown, throttled",
        "500, InternalError, server failing",
    })
    void whatIsWrongIsSaidInAWordAndEndsByItself(int status, String code, String reason) throws IOException {
        store.put("a/before", bytes(10));
        between.always(new Fault.Answer(status, code));

        assertThatThrownBy(() -> store.put("a/file", bytes(20)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://" + bucket + ": " + reason + ".")
                .hasMessageContaining("(the server said " + status + " " + code)
                .satisfies(this::isWorthAnotherTry);
        assertThat(store.trouble()).hasValueSatisfying(why -> assertThat(why).contains(": " + reason + "."));
        assertThatThrownBy(() -> store.size("a/before")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.read("a/before")).isInstanceOf(StoreException.class);

        between.heal();
        assertThat(store.trouble()).isEmpty();
        store.put("a/file", bytes(20));
        assertThat(content("a/file")).isEqualTo(bytes(20));
        assertThat(content("a/before")).isEqualTo(bytes(10));
    }

    @Test
    void aServerThatIsAwayIsSaidAndDoesNotLookLikeAnEmptyOne() {
        store.put("a/file", bytes(10));
        between.always(new Fault.Away());

        assertThat(store.trouble())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("cannot be reached").contains("atelier.s3.endpoint"));
        assertThatThrownBy(() -> store.size("a/file"))
                .isInstanceOf(StoreException.class)
                .satisfies(this::isWorthAnotherTry);

        between.heal();
        assertThat(store.trouble()).isEmpty();
        assertThat(store.size("a/file")).hasValue(10);
    }
}

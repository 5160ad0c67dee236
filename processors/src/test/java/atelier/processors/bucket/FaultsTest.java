package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import atelier.config.Bucket.After;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.s3.Fault;
import atelier.processors.s3.FaultyS3;
import atelier.processors.s3.S3Clients;
import atelier.processors.s3.S3ForTests;
import atelier.processors.work.Failure;
import atelier.processors.work.FailureClass;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** What is between a bucket and us, and is not always there. */
class FaultsTest {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final byte[] FILM = film();
    private static final Fault SLOW_DOWN = new Fault.Answer(503, "SlowDown");

    @TempDir
    Path folder;

    private FaultyS3 between;
    private S3Client client;

    @BeforeEach
    void open() throws IOException {
        between = FaultyS3.before(S3ForTests.endpoint());
        client = S3ForTests.client(between.endpoint(), SILENCE);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        between.close();
    }

    private static boolean isDownload(String request) {
        return request.startsWith("GET ") && request.contains("sunset.bin");
    }

    /** Cuts the first answer, and does something before the transfer goes on. */
    private void cutOnceThen(Runnable meanwhile) {
        AtomicInteger downloads = new AtomicInteger();
        between.fault(
                request -> {
                    if (isDownload(request) && downloads.incrementAndGet() == 2) {
                        meanwhile.run();
                    }
                    return isDownload(request) && downloads.get() == 1;
                },
                new Fault.CutAnswer(300_000),
                1);
    }

    private static byte[] film() {
        byte[] film = new byte[2_000_000];
        new Random(5).nextBytes(film);
        return film;
    }

    private Deliveries deliveries() {
        return new Deliveries(folder, After.LEAVE, client, ObjectMove.LARGEST_COPY);
    }

    @Test
    void aTransferThatIsCutGoesOnWhereItWas() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.bin", FILM);
        between.fault(FaultsTest::isDownload, new Fault.CutAnswer(300_000), Integer.MAX_VALUE);

        deliveries.look();

        assertThat(deliveries.source("sunset")).hasBinaryContent(FILM);
        assertThat(between.asked().stream().filter(FaultsTest::isDownload)).hasSize(7);
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsBegunAnew() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.bin", FILM);
        byte[] better = FILM.clone();
        better[0]++;
        cutOnceThen(() -> deliveries.put("in/sunset.bin", better));

        deliveries.look();

        assertThat(deliveries.source("sunset")).hasBinaryContent(better);
        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void theLibraryShowsWhatIsComing() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.bin", FILM);
        List<ArtworkState> seen = new CopyOnWriteArrayList<>();
        cutOnceThen(() -> deliveries.artworks.find("sunset").map(Artwork::state).ifPresent(seen::add));

        deliveries.look();

        assertThat(seen).containsExactly(ArtworkState.INGESTING);
    }

    @Test
    void anObjectThatIsDeletedWhileItIsReadLeavesAReason() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.bin", FILM);
        cutOnceThen(() -> deliveries.delete("in/sunset.bin"));

        deliveries.look();

        assertThat(deliveries.artworks.find("sunset").orElseThrow().error().orElseThrow())
                .contains("was deleted before it was fetched");
    }

    @Test
    void aServerThatAsksForFewerRequestsIsAskedAgainByItself() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.mp4", "a film");
        between.fault(request -> true, SLOW_DOWN, 2);

        deliveries.look();

        assertThat(deliveries.source("sunset")).hasContent("a film");
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                arguments(SLOW_DOWN, "throttled"),
                arguments(new Fault.Answer(403, "ExpiredToken"), "credentials refused"),
                arguments(new Fault.Answer(403, "RequestTimeTooSkewed"), "clock wrong"),
                arguments(new Fault.Away(), "endpoint away"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatLastsIsSaidAndEndsByItself(Fault fault, String reason) {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.mp4", "a film");
        between.always(fault);
        deliveries.look();
        assertThat(deliveries.states.of(deliveries.watched.text()).orElseThrow().reason())
                .isEqualTo(reason);

        between.heal();
        deliveries.look();

        assertThat(deliveries.states.troubles()).isEmpty();
        assertThat(deliveries.source("sunset")).hasContent("a film");
        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void credentialsThatExpireMidWayHoldTheTransferUpUntilTheyAreRenewed() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.bin", FILM);
        between.fault(FaultsTest::isDownload, new Fault.CutAnswer(300_000), 1);
        between.fault(FaultsTest::isDownload, new Fault.Answer(403, "ExpiredToken"), 3);

        deliveries.look();

        assertThat(deliveries.source("sunset")).hasBinaryContent(FILM);
        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void aMissingBucketIsSaidOnceAndEndsWhenItIsThere() {
        Deliveries deliveries = deliveries();
        S3ForTests.client().deleteBucket(request -> request.bucket(deliveries.bucket));
        deliveries.look();
        var trouble = deliveries.states.of(deliveries.watched.text()).orElseThrow();
        assertThat(trouble.reason()).isEqualTo("bucket missing");
        assertThat(trouble.error()).contains("atelier.buckets[].name");
        deliveries.look();
        assertThat(deliveries.states.of(deliveries.watched.text()).orElseThrow().since())
                .isEqualTo(trouble.since());

        S3ForTests.client().createBucket(request -> request.bucket(deliveries.bucket));
        deliveries.look();

        assertThat(deliveries.states.troubles()).isEmpty();
    }

    @Test
    void aBucketThatIsMissingIsNoDeletedObject() {
        RemoteObject object = new RemoteObject(client, "no-such-bucket", "in/sunset.mp4");

        assertThatThrownBy(object::look).isInstanceOfSatisfying(BucketException.class, e -> {
            assertThat(e.reason()).isEqualTo("bucket missing");
            assertThat(Failure.of(e).kind()).isEqualTo(FailureClass.TRANSIENT);
        });
    }

    @Test
    void wrongCredentialsAreSaidToBeWrong() {
        Deliveries deliveries = deliveries();
        deliveries.put("in/sunset.mp4", "a film");
        AwsBasicCredentials wrong = AwsBasicCredentials.create("atelier-tests", "another");

        try (S3Client stranger = S3Clients.of(S3ForTests.settings(), StaticCredentialsProvider.create(wrong))) {
            RemoteObject object = new RemoteObject(stranger, deliveries.bucket, "in/sunset.mp4");
            assertThatThrownBy(object::look)
                    .isInstanceOfSatisfying(
                            BucketException.class, e -> assertThat(e.reason()).isEqualTo("credentials refused"))
                    .hasMessageContaining("Renew them");
        }
    }

    @Test
    void aServerThatIsAwayIsSaidToBeAway() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (S3Client lonely = S3ForTests.client(nobody, SILENCE)) {
            RemoteObject object = new RemoteObject(lonely, "studio", "in/sunset.mp4");
            assertThatThrownBy(object::look)
                    .isInstanceOfSatisfying(
                            BucketException.class, e -> assertThat(e.reason()).isEqualTo("endpoint away"));
        }
    }

    @Test
    void statesAreOfOneNodeAndForget() {
        BucketStates states = new BucketStates(Clock.systemUTC());
        states.trouble("s3://studio/", "throttled", "The server asks for fewer requests.");
        states.well("s3://studio/");

        assertThat(states.of("s3://studio/")).isEmpty();
        assertThat(states.seen("s3://studio/")).isPresent();
    }
}

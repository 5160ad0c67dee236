package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.embedded.EmbeddedDatabase;
import atelier.processors.content.ContentHash;
import atelier.processors.plan.ReplanStep;
import atelier.processors.s3.Fault;
import atelier.processors.s3.FaultyS3;
import atelier.processors.s3.S3ForTests;
import atelier.processors.work.Urgency;
import atelier.routes.Atelier;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The whole application with its store in a bucket. */
@PipelineSuite
class S3PipelineTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern PUBLISHED = Pattern.compile("films/(\\.library"
            + "|chunks/[0-9a-f]{64}/(\\d+/\\d{5}\\.m4s|init\\.mp4|poster\\.(jpg|webp)|sheet\\.jpg)"
            + "|media/mila/one/(current\\.json|master\\.m3u8|editions/\\d+/([a-zA-Z-]+\\.m3u8|storyboard\\.vtt)))");
    private static final Pattern MASTER = Pattern.compile("masters/(\\.library|mila/one/[^/]+\\.mp4)");

    /** The one that the server for tests knows. Nothing else is to find it: not annotated. */
    static class Key {
        @Bean
        @Primary
        AwsCredentialsProvider keyForTests() {
            return S3ForTests.credentials();
        }
    }

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private ClipFiles clips;

    @TempDir
    private Path folder;

    private final String bucket = S3ForTests.freshBucket();
    private final BucketReader reader = new BucketReader(bucket);
    private FaultyS3 between;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws Exception {
        between = FaultyS3.before(S3ForTests.endpoint());
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("tools"), FreshHome.HOME.resolve("tools"));
        context = new SpringApplicationBuilder(Atelier.class, PipelineKit.class, Key.class)
                .run(
                        "--atelier.home=" + home,
                        "--atelier.database.url=" + database.jdbcUrl(bucket.replace("-", "_")),
                        "--atelier.store.bucket=" + bucket,
                        "--atelier.store.prefix=films",
                        "--atelier.sources.bucket=" + bucket,
                        "--atelier.sources.prefix=masters",
                        "--atelier.s3.endpoint=" + between.endpoint(),
                        "--atelier.inbox.poll=100ms",
                        "--atelier.inbox.quiet=200ms",
                        "--atelier.batch.cron=0 0 0 1 1 ? 2099",
                        "--atelier.work.backoff=2s",
                        "--atelier.renditions.SD.width=160",
                        "--atelier.renditions.SD.height=90",
                        "--atelier.renditions.HD.width=320",
                        "--atelier.renditions.HD.height=180",
                        "--server.port=0");
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        between.close();
    }

    private <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    private Path clip(int frequency) {
        return clips.of(
                "bucket-" + frequency,
                "mp4",
                List.of("-f lavfi -i testsrc2=s=320x180:r=25:d=4 -f lavfi -i sine=" + frequency
                        + ":d=4 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT"));
    }

    private int status(String path) {
        return the(Site.class).ask("GET", the(Site.class).address(path)).statusCode();
    }

    private String health(String component) {
        var answer = the(Site.class).ask("GET", the(Site.class).address("/actuator/health"));
        return the(Site.class)
                .parse(new String(answer.body()))
                .path("components")
                .path(component)
                .path("status")
                .asText();
    }

    /** The artwork, when its files can be downloaded. */
    private JsonNode whole(String slug) {
        return the(Studio.class).until(slug, each -> {
            JsonNode renditions = each.path("renditions");
            return Published.videos(each).size() == 2
                    && Published.videos(each).stream()
                            .noneMatch(name -> renditions
                                    .path(name)
                                    .path("sha256")
                                    .asText("")
                                    .isEmpty());
        });
    }

    private void assertWhole(String slug) throws Exception {
        JsonNode artwork = whole(slug);
        for (String name : Published.videos(artwork)) {
            Path file = the(Published.class).file(slug, name, folder);
            assertThat(ContentHash.sha256(file).hex())
                    .isEqualTo(
                            artwork.path("renditions").path(name).path("sha256").asText());
        }
        assertThat(the(Outputs.class).of(slug))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(the(StoreCheck.class).check(each, true)).isEmpty());
    }

    @Test
    void aClipIsPublishedIntoTheBucketServedFromThereHealedAndOutlastsTheBucketsAbsence() throws Exception {
        isPublishedAndServed();
        isHealed();
        waitsWhileTheBucketIsAway();
    }

    private void isPublishedAndServed() throws Exception {
        the(Studio.class).drop(clip(410), "mila/one.mp4");
        the(Studio.class).ready("mila/one");

        assertWhole("mila/one");
        Path streamed = the(Published.class).streamed("mila/one", "SD", folder);
        assertThat(streamed).isNotEmptyFile();
        assertThat(reader.keys())
                .contains("films/.library", "films/media/mila/one/current.json", "masters/.library")
                .allMatch(key ->
                        PUBLISHED.matcher(key).matches() || MASTER.matcher(key).matches())
                .filteredOn(key -> key.endsWith(".mp4") && MASTER.matcher(key).matches())
                .hasSize(1);
        assertThat(the(Home.class).store()).isEmptyDirectory();
        assertThat(health("store")).isEqualTo("UP");
        var garbage = the(Site.class).ask("POST", the(Site.class).root().resolve("/api/gc?dryRun=true"));
        assertThat(the(Site.class)
                        .parse(new String(garbage.body()))
                        .path("total")
                        .asInt(-1))
                .isZero();
    }

    private void isHealed() throws Exception {
        String segment = reader.keys().stream()
                .filter(key -> key.endsWith(".m4s"))
                .findFirst()
                .orElseThrow();
        S3ForTests.client().deleteObject(request -> request.bucket(bucket).key(segment));
        String output = segment.split("/")[2];

        the(StoreCheck.class).mend(output);
        the(ReplanStep.class)
                .replan(the(Artworks.class).find("mila/one").orElseThrow().id(), "repair", Urgency.AWAITED);

        await().atMost(PATIENCE).until(() -> reader.keys().contains(segment));
        assertWhole("mila/one");
    }

    private void waitsWhileTheBucketIsAway() throws Exception {
        between.always(new Fault.Away());
        await().atMost(PATIENCE).until(() -> health("store").equals("DOWN"));
        await().atMost(PATIENCE).until(() -> health("sources").equals("DEGRADED"));
        String segment = reader.keys().stream()
                .filter(key -> key.endsWith(".m4s"))
                .findFirst()
                .orElseThrow()
                .substring("films".length());
        assertThat(status("/media/mila/one/master.m3u8")).isEqualTo(503);
        assertThat(status(segment)).isEqualTo(503);
        the(Studio.class).drop(clip(420), "mila/two.mp4");
        await().atMost(PATIENCE)
                .until(() -> the(Site.class)
                        .json("/api/work")
                        .toString()
                        .contains("the store: s3://" + bucket + "/films: endpoint away. The server cannot be reached"));

        between.heal();

        the(Studio.class).ready("mila/two");
        assertWhole("mila/two");
        assertThat(health("store")).isEqualTo("UP");
        assertThat(health("sources")).isEqualTo("UP");
    }

    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void nothingIsHalfVisibleWhileTheBucketFailsAgainAndAgain() throws Exception {
        Random random = new Random(5);
        List<Fault> faults = List.of(
                new Fault.Answer(500, "InternalError"),
                new Fault.Answer(503, "SlowDown"),
                new Fault.CutRequest(2000),
                new Fault.CutAnswer(20),
                new Fault.LoseAnswer(),
                new Fault.Delay(Duration.ofMillis(300)));
        faults.forEach(each -> between.fault(request -> random.nextInt(20) == 0, each, Integer.MAX_VALUE));

        the(Studio.class).drop(clip(430), "mila/three.mp4");

        await().atMost(PATIENCE).until(() -> {
            assertThat(reader.dangling()).isEmpty();
            return the(Studio.class)
                    .artwork("mila/three")
                    .path("state")
                    .asText()
                    .equals("ready");
        });
        between.heal();
        assertWhole("mila/three");
        assertThat(reader.dangling()).isEmpty();
        assertThat(reader.keys()).anyMatch(key -> key.endsWith("/master.m3u8"));
        assertThat(reader.uploadsUnderWay()).isZero();
    }
}

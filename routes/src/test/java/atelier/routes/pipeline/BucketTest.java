package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.s3.S3ForTests;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What is delivered to buckets becomes what it would become in the inbox. */
@PipelineSuite
class BucketTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String HOW = "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -f lavfi -i sine=350:r=48000:d=5"
            + " -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p -c:a aac OUT";
    private static final String TEST_EVENT = """
            {"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"studio"}""";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Outputs outputs;

    private static void put(String bucket, String key, Path file) {
        S3ForTests.client().putObject(request -> request.bucket(bucket).key(key), file);
    }

    private static String notification(String key) {
        return """
                {"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"%s"},
                "object":{"key":"%s"}}}]}""".formatted(BucketsForTests.announced(), URLEncoder.encode(key, StandardCharsets.UTF_8));
    }

    private static List<String> keys(String bucket) {
        return S3ForTests.client().listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void aClipInTheFolderInABucketAndAnnouncedYieldsTheSameEditionAndIsEncodedOnce() {
        Path clip = clips.of("delivered", "mp4", List.of(HOW));
        studio.drop(clip, "delivered/folder.mp4");
        JsonNode dropped = studio.ready("delivered/folder");
        int made = outputs.madeFor("delivered/folder");

        put(BucketsForTests.listed(), "delivered/listed.mp4", clip);
        put(BucketsForTests.announced(), "in/delivered/two words.mp4", clip);
        BucketsForTests.send(TEST_EVENT);
        BucketsForTests.send("no JSON");
        BucketsForTests.send(notification("in/delivered/two words.mp4"));
        BucketsForTests.send(notification("in/delivered/two words.mp4"));
        JsonNode listed = studio.ready("delivered/listed");
        JsonNode announced = studio.ready("delivered/two words");

        for (JsonNode other : List.of(listed, announced)) {
            String slug = other.path("slug").asText();
            assertThat(outputs.of(slug)).isEqualTo(outputs.of("delivered/folder"));
            assertThat(outputs.madeFor(slug)).isEqualTo(made);
            assertThat(other.path("renditions")).isEqualTo(dropped.path("renditions"));
            assertThat(other.path("playback").path("edition").asInt()).isPositive();
            assertThat(other.path("sameAs").toString()).contains("delivered/folder");
        }
        assertThat(keys(BucketsForTests.listed())).contains("delivered/listed.mp4");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keys(BucketsForTests.announced()))
                        .contains("taken/delivered/two words.mp4")
                        .doesNotContain("in/delivered/two words.mp4"));
    }

    @Test
    void whatBecomesOfABucketCanBeSeen() throws Exception {
        S3ForTests.client()
                .putObject(
                        request -> request.bucket(BucketsForTests.listed()).key("seen/ /film.mp4"),
                        software.amazon.awssdk.core.sync.RequestBody.fromString("a film"));

        JsonNode bucket = await().atMost(PATIENCE)
                .until(
                        () -> site.json("/api/buckets").path(0),
                        each -> !each.path("problems").isEmpty()
                                && each.path("objects").path("refused").asInt() > 0);

        assertThat(bucket.path("bucket").asText()).isEqualTo("s3://" + BucketsForTests.listed() + "/");
        assertThat(bucket.path("problems").path(0).path("error").asText()).contains("A part of the name is empty.");
        assertThat(bucket.path("objects").path("refused").asInt()).isEqualTo(1);
        assertThat(site.json("/actuator/health")
                        .path("components")
                        .path("buckets")
                        .path("status")
                        .asText())
                .isEqualTo("UP");
    }
}

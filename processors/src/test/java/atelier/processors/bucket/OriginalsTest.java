package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Bucket.After;
import atelier.processors.ingest.Rejection;
import atelier.processors.s3.S3ForTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What becomes of originals that are not left where they are. */
class OriginalsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsTakenIsMovedOnceItIsKeptAndIsNoDeliveryThere() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/mila/sunset.mp4", "a film");

        deliveries.look();
        deliveries.look();
        deliveries.hear("taken/mila/sunset.mp4");

        assertThat(deliveries.source("mila/sunset")).hasContent("a film");
        assertThat(deliveries.keys()).containsExactly("taken/mila/sunset.mp4");
        assertThat(deliveries.taken()).isEqualTo(1);
        assertThat(deliveries.outcome("in/mila/sunset.mp4")).contains("taken");
    }

    @Test
    void theSameNameCanBeDeliveredAgain() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();

        deliveries.put("in/sunset.mp4", "a better film");
        deliveries.look();

        assertThat(deliveries.source("sunset")).hasContent("a better film");
        assertThat(deliveries.text("taken/sunset.mp4")).isEqualTo("a better film");
    }

    @Test
    void whatIsRefusedIsMovedBesideANote() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/a\\b.mp4", "a film");

        deliveries.look();

        assertThat(deliveries.keys()).containsExactly("rejected/a\\b.mp4", "rejected/a\\b.mp4.txt");
        assertThat(deliveries.text("rejected/a\\b.mp4.txt"))
                .contains("in/a\\b.mp4 was not taken.")
                .contains("Rename it");
    }

    @Test
    void theOriginalIsMovedWhenItIsReadAndThereforeKnownToBeOfUse() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.readLater();

        deliveries.look();
        deliveries.sweep();
        assertThat(deliveries.keys()).containsExactly("in/sunset.mp4");

        deliveries.read();
        deliveries.sweep();
        assertThat(deliveries.keys()).containsExactly("taken/sunset.mp4");
    }

    @Test
    void whatIsRefusedWhenItIsReadIsMovedBesideANoteToo() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/sunset.mp4", "no film");
        deliveries.readLater();
        deliveries.look();

        deliveries.refuse("sunset", new Rejection("It is no video.", "Deliver a film."));
        deliveries.sweep();

        assertThat(deliveries.keys()).containsExactly("rejected/sunset.mp4", "rejected/sunset.mp4.txt");
        assertThat(deliveries.text("rejected/sunset.mp4.txt")).contains("It is no video. Deliver a film.");
        assertThat(deliveries.outcome("in/sunset.mp4")).contains("refused");
    }

    @Test
    void aCrashBeforeTheMoveIsMadeGood() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();
        deliveries.put("in/sunset.mp4", "a film");
        ObjectVersion version = new RemoteObject(S3ForTests.client(), deliveries.bucket, "in/sunset.mp4")
                .look()
                .orElseThrow();
        deliveries
                .sql
                .sql("UPDATE bucket_objects SET after_due = TRUE, version = ?")
                .param(version.text())
                .update();

        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.keys()).containsExactly("taken/sunset.mp4");
        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void whatIsLargerThanOneRequestMayCopyIsMovedInParts() {
        int part = 5 * 1024 * 1024;
        Deliveries deliveries = new Deliveries(folder, After.MOVE, S3ForTests.client(), part);
        byte[] film = new byte[part + 1000];
        Arrays.fill(film, (byte) 7);
        deliveries.put("in/sunset.bin", film);
        S3Client client = S3ForTests.client();
        client.createMultipartUpload(
                request -> request.bucket(deliveries.bucket).key("taken/sunset.bin")); // by a process that was killed

        deliveries.look();

        assertThat(deliveries.keys()).containsExactly("taken/sunset.bin");
        assertThat(deliveries.text("taken/sunset.bin").getBytes(StandardCharsets.US_ASCII))
                .isEqualTo(film);
        assertThat(client.listMultipartUploads(request -> request.bucket(deliveries.bucket))
                        .uploads())
                .isEmpty();
    }

    @Test
    void whatReplacedAnObjectMeanwhileIsNotMovedInItsPlace() {
        Deliveries deliveries = new Deliveries(folder, After.MOVE);
        deliveries.put("in/sunset.mp4", "a film");
        RemoteObject object = new RemoteObject(S3ForTests.client(), deliveries.bucket, "in/sunset.mp4");
        ObjectVersion taken = object.look().orElseThrow();
        deliveries.put("in/sunset.mp4", "a better film");

        new ObjectMove(S3ForTests.client(), ObjectMove.LARGEST_COPY).move(object, taken, "taken/sunset.mp4");

        assertThat(deliveries.keys()).containsExactly("in/sunset.mp4");
    }

    @Test
    void whatIsTakenOrRefusedIsTaggedAndKeepsItsOtherTags() {
        Tags tags = new Tags();
        Deliveries deliveries =
                new Deliveries(folder, After.TAG, tags.beside(S3ForTests.client()), ObjectMove.LARGEST_COPY);
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.put("in/a\\b.mp4", "a film");
        tags.put("in/sunset.mp4", "project", "ghent");

        deliveries.look();
        deliveries.hear("in/sunset.mp4");

        assertThat(tags.of("in/sunset.mp4")).containsExactly("project=ghent", "atelier=taken");
        assertThat(tags.of("in/a\\b.mp4")).containsExactly("atelier=rejected");
        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void aServerThatKnowsNoTagsIsSaidToKnowNoneAndTheFilmIsKept() {
        Deliveries deliveries = new Deliveries(folder, After.TAG);
        deliveries.put("in/sunset.mp4", "a film");

        assertThatThrownBy(deliveries::look)
                .isInstanceOfSatisfying(
                        BucketException.class, e -> assertThat(e.reason()).isEqualTo("not supported"))
                .hasMessageContaining("atelier.buckets[].after");

        assertThat(deliveries.source("sunset")).hasContent("a film");
        deliveries.fetch.giveUp(deliveries.id("in/sunset.mp4"), new IllegalStateException("no tags"));
        assertThat(deliveries.outcome("in/sunset.mp4")).contains("taken");
        assertThat(deliveries.artworks.find("sunset").orElseThrow().error()).isEmpty();
    }
}

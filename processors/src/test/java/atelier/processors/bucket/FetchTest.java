package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Bucket.After;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Input;
import atelier.processors.work.PostponedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of objects that are left where they are. */
class FetchTest {
    @TempDir
    Path folder;

    private Deliveries deliveries;

    @BeforeEach
    void watch() {
        deliveries = new Deliveries(folder, After.LEAVE);
    }

    @Test
    void anObjectIsTakenAsAFileOfTheInboxIsTaken() throws IOException {
        deliveries.put("in/mila/two words +.mp4", "a film");

        deliveries.look();

        assertThat(deliveries.source("mila/two words +")).hasContent("a film").hasExtension("mp4");
        assertThat(deliveries.taken()).isEqualTo(1);
        assertThat(deliveries.keys()).containsExactly("in/mila/two words +.mp4");
        assertThat(filesBelow(deliveries.home.work())).isZero();
    }

    @Test
    void itsHashIsKnownWithoutReadingItAgain() {
        deliveries.put("in/sunset.mp4", "a film");

        deliveries.look();

        long input = deliveries.artworks.find("sunset").orElseThrow().inputId().orElseThrow();
        assertThat(deliveries.inputs.find(input).flatMap(Input::fileHash))
                .contains("eb4d67fa94a1035e41117b2890d6281a1ad461ac0c9cfa6d3c0e94256a08532f");
    }

    @Test
    void whatIsListedOrAnnouncedAgainIsNotTakenAgain() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();

        deliveries.notice.look(deliveries.watched);
        assertThat(deliveries.waiting()).isZero();
        deliveries.hear("in/sunset.mp4");
        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.taken()).isEqualTo(1);
    }

    @Test
    void anObjectThatIsReplacedIsTakenAgainInWhateverOrderThatIsAnnounced() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();

        deliveries.put("in/sunset.mp4", "a better film");
        deliveries.hear("in/sunset.mp4");
        deliveries.hear("in/sunset.mp4");
        deliveries.look();

        assertThat(deliveries.source("sunset")).hasContent("a better film");
        assertThat(deliveries.taken()).isEqualTo(2);
    }

    @Test
    void aCrashBetweenTheRecordOfTheFileAndThatOfTheObjectIsHarmless() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();
        deliveries
                .sql
                .sql("UPDATE bucket_objects SET outcome = NULL, version = NULL")
                .update();

        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.taken()).isEqualTo(1);
        assertThat(deliveries.outcome("in/sunset.mp4")).contains("taken");
    }

    @Test
    void whatWaitsWithoutAJobIsSweptUp() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();
        deliveries.put("in/sunset.mp4", "a better film");
        deliveries.sql.sql("UPDATE bucket_objects SET waiting = TRUE").update();

        deliveries.notice.sweep();
        deliveries.run();

        assertThat(deliveries.source("sunset")).hasContent("a better film");
    }

    @Test
    void anEmptyObjectIsNothingUntilItsContentComes() {
        deliveries.put("in/sunset.mp4", "");
        deliveries.look();
        deliveries.hear("in/sunset.mp4");
        assertThat(deliveries.artworks.find("sunset")).isEmpty();

        deliveries.put("in/sunset.mp4", "a film");
        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.source("sunset")).hasContent("a film");
    }

    @Test
    void whatIsDeletedBeforeItIsFetchedIsNoWork() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.notice.look(deliveries.watched);
        deliveries.delete("in/sunset.mp4");

        deliveries.run();

        assertThat(deliveries.outcome("in/sunset.mp4")).contains("gone");
        assertThat(deliveries.artworks.find("sunset")).isEmpty();
    }

    @Test
    void whatIsDeletedAfterItWasTakenStays() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();
        deliveries.delete("in/sunset.mp4");

        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.source("sunset")).hasContent("a film");
        assertThat(deliveries.artworks.find("sunset").orElseThrow().state()).isEqualTo(ArtworkState.INGESTING);
    }

    @Test
    void whatIsNoDeliveryIsNotLookedAt() {
        List<String> others = List.of(
                "in/.hidden.mp4",
                "in/.folder/film.mp4",
                "in/film.mp4.part",
                "in/film.CRDOWNLOAD",
                "in/folder/",
                "elsewhere/film.mp4");
        others.forEach(key -> deliveries.put(key, "a film"));

        deliveries.look();
        others.forEach(deliveries::hear);
        deliveries.hear("in/../../etc/passwd");

        assertThat(deliveries.reports.counts(deliveries.bucket, "")).isEmpty();
    }

    @Test
    void eventsOfOtherBucketsAndBadMessagesAreHarmless() {
        deliveries.notice.hear(
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"other\"},\"object\":{\"key\":\"in/a.mp4\"}}}");
        deliveries.notice.hear("no JSON");

        assertThat(deliveries.waiting()).isZero();
    }

    @Test
    void aNameThatNoArtworkCanHaveIsRefusedWithoutFetchingIt() throws IOException {
        List<String> keys = List.of("in/a/ /b.mp4", "in/a\u0001b.mp4", "in/a\\b.mp4", "in/" + "a".repeat(201) + ".mp4");
        keys.forEach(key -> deliveries.put(key, "a film"));

        deliveries.look();

        assertThat(deliveries.reports.problems(deliveries.bucket, "in/", 10))
                .allMatch(problem -> problem.outcome().equals("refused"))
                .extracting(BucketView.Problem::key)
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(deliveries.taken()).isZero();
        assertThat(filesBelow(deliveries.home.work())).isZero();
    }

    @Test
    void anObjectThatIsNotWholeIsRefusedAsInTheInbox() {
        deliveries.put("in/mila/sunset.mp4", new byte[] {0, 0, 1, 0, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'});

        deliveries.look();

        assertThat(deliveries.artworks.find("mila/sunset").orElseThrow().error().orElseThrow())
                .contains("not whole");
        assertThat(deliveries.home.rejected().resolve("mila/sunset.mp4")).exists();
        assertThat(deliveries.home.rejected().resolve("mila/sunset.mp4.txt")).exists();
        assertThat(deliveries.outcome("in/mila/sunset.mp4")).contains("refused");
    }

    @Test
    void anOverrideIsTakenAsOne() {
        deliveries.put("in/sunset@hd.mov", "a better HD");

        deliveries.look();

        assertThat(deliveries
                        .sql
                        .sql("SELECT file_path FROM inputs")
                        .query(String.class)
                        .single())
                .startsWith("sources/sunset@HD/");
    }

    @Test
    void detailsWaitForTheirArtwork() {
        deliveries.put("in/sunset.yml", "title: A sunset over Ghent");
        assertThatThrownBy(deliveries::look).isInstanceOf(PostponedException.class);

        deliveries.put("in/sunset.mp4", "a film");
        deliveries.look();
        deliveries.hear("in/sunset.yml");

        assertThat(deliveries.artworks.find("sunset").orElseThrow().title()).isEqualTo("A sunset over Ghent");
    }

    @Test
    void whatThereIsNoRoomForWaits() {
        deliveries.put("in/sunset.mp4", "a film");
        deliveries.leaveFree(5);
        assertThatThrownBy(deliveries::look)
                .isInstanceOf(PostponedException.class)
                .hasMessageContaining("room on the disk");

        deliveries.leaveFree(50);
        deliveries.hear("in/sunset.mp4");

        assertThat(deliveries.source("sunset")).hasContent("a film");
    }

    @Test
    void allPagesOfAListingAreRead() {
        for (int number = 0; number < 2 * Deliveries.PAGE + 1; number++) {
            deliveries.put("in/film-" + number + ".mp4", "a film");
        }

        deliveries.notice.look(deliveries.watched);

        assertThat(deliveries.waiting()).isEqualTo(2 * Deliveries.PAGE + 1);
    }

    private static long filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).count();
        }
    }
}

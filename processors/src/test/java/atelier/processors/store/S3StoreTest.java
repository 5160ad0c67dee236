package atelier.processors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.s3.S3ForTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class S3StoreTest {
    private static final long PART = 5L << 20;
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String SECONDS = "public, max-age=1";

    @TempDir
    Path folder;

    private final S3Client client = S3ForTests.client();
    private final String bucket = S3ForTests.freshBucket();
    private final S3Store store = store("library");

    private S3Store store(String prefix) {
        return new S3Store(client, new BucketPlace(bucket, prefix), PART, 2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path fresh(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String content(String key, long offset) throws IOException {
        try (InputStream stream = store.open(key, offset)) {
            return new String(stream.readAllBytes());
        }
    }

    private List<String> folders(String parent) {
        List<String> names = new ArrayList<>();
        store.folders(parent, names::add);
        return names;
    }

    private HeadObjectResponse head(String key) {
        return client.headObject(request -> request.bucket(bucket).key("library/" + key));
    }

    private void isStored(String key, String type, String lifetime) {
        assertThat(head(key).contentType()).as(key).isEqualTo(type);
        assertThat(head(key).cacheControl()).as(key).isEqualTo(lifetime);
    }

    @Test
    void filesAreMovedIntoTheBucket() throws IOException {
        store.putAll("chunks/a", List.of(fresh("0.m4s", "of another encode")));
        Path first = fresh("0.m4s", "of this one");
        Path second = fresh("1.m4s", "next");

        store.putAll("chunks/a", List.of(first, second));

        assertThat(content("chunks/a/0.m4s", 0)).isEqualTo("of this one");
        assertThat(content("chunks/a/1.m4s", 0)).isEqualTo("next");
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
    }

    @Test
    void anObjectIsReadFromAnyOffset() throws IOException {
        store.put("a/file", "content".getBytes());

        assertThat(content("a/file", 3)).isEqualTo("tent");
        assertThat(content("a/file", 7)).isEmpty();
        assertThatThrownBy(() -> store.open("a/file", 8)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.open("a/other", 0))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The store could not read 'a/other'.");
    }

    @Test
    void aLargeFileIsSentInPartsAndIsTheSame() throws IOException {
        byte[] bytes = new byte[(int) (2 * PART + 1234)];
        new Random(1).nextBytes(bytes);

        store.putAll("chunks/a", List.of(Files.write(folder.resolve("0.m4s"), bytes)));

        assertThat(head("chunks/a/0.m4s").eTag()).endsWith("-3\"");
        isStored("chunks/a/0.m4s", "video/iso.segment", FOREVER);
        try (InputStream stream = store.open("chunks/a/0.m4s", 0)) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whatIsSkippedIsNotRead() throws IOException {
        byte[] bytes = new byte[(int) PART + 100];
        new Random(1).nextBytes(bytes);
        store.putAll("chunks/a", List.of(Files.write(folder.resolve("0.m4s"), bytes)));

        try (InputStream stream = store.open("chunks/a/0.m4s", 1)) {
            assertThat(stream.read()).isEqualTo(bytes[1] & 0xff);
            assertThat(stream.skip(PART)).isEqualTo(PART);
            assertThat(stream.read()).isEqualTo(bytes[(int) PART + 2] & 0xff);
        }
    }

    @Test
    void whatNeverChangesIsKeptForAYearAndWhatGrowsForSeconds() throws IOException {
        store.putAll("chunks/a/0", List.of(fresh("0.m4s", "segment")));
        store.putAll("chunks/a", List.of(fresh("init.mp4", "init"), fresh("poster.jpg", "poster")));
        store.put("media/mila/sunset/editions/1/master.m3u8", "#EXTM3U".getBytes());
        store.put("media/mila/sunset/editions/1/HD.m3u8", "#EXTM3U\n".getBytes());
        store.put("media/mila/sunset/editions/2/HD.m3u8", "#EXTM3U\n#EXT-X-ENDLIST\n".getBytes());
        store.put("media/mila/sunset/master.m3u8", "#EXTM3U".getBytes());
        store.put("media/mila/sunset/current.json", "{}".getBytes());

        String playlist = "application/vnd.apple.mpegurl";
        isStored("chunks/a/0/0.m4s", "video/iso.segment", FOREVER);
        isStored("chunks/a/init.mp4", "video/mp4", FOREVER);
        isStored("chunks/a/poster.jpg", "image/jpeg", FOREVER);
        isStored("media/mila/sunset/editions/1/master.m3u8", playlist, FOREVER);
        isStored("media/mila/sunset/editions/1/HD.m3u8", playlist, SECONDS);
        isStored("media/mila/sunset/editions/2/HD.m3u8", playlist, FOREVER);
        isStored("media/mila/sunset/master.m3u8", playlist, SECONDS);
        isStored("media/mila/sunset/current.json", "application/json", SECONDS);
    }

    @Test
    void anObjectThatIsNotThereHasNoSize() {
        store.put("a/file", new byte[3]);

        assertThat(store.size("a/file")).hasValue(3);
        assertThat(store.size("a")).isEmpty();
        assertThat(store.size("a/other")).isEmpty();
        assertThat(store.size("a/" + "x".repeat(2000))).isEmpty();
    }

    @Test
    void aBucketThatIsNotThereDoesNotLookLikeAnEmptyOne() {
        S3Store lost = new S3Store(client, new BucketPlace("no-such-bucket", ""));

        assertThatThrownBy(() -> lost.size("a/file")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> lost.read("a/file")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> lost.usage("a")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> folders(lost)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> lost.put("a/file", new byte[1]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("s3://no-such-bucket: bucket missing. It is not there.")
                .hasMessageContaining("atelier.store.bucket");
    }

    private static void folders(S3Store of) {
        of.folders("a", name -> {});
    }

    @Test
    void aFolderGoesWithAllThatIsInItAndNothingElse() {
        for (int i = 0; i < 5; i++) {
            store.put("a/b/" + i, new byte[1]);
        }
        store.put("a/bc", new byte[1]);

        store.deleteAll("a/b");
        store.delete("a/bc");
        store.delete("a/nothing");

        assertThat(store.usage("a/b")).isEmpty();
        assertThat(store.size("a/b/4")).isEmpty();
        assertThat(store.size("a/bc")).isEmpty();
    }

    @Test
    void foldersAreListedWithoutFilesHoweverMany() {
        for (String name : List.of("a/x", "b/y/z", "c/x", "d/x", "e/x", "file")) {
            store.put("chunks/" + name, new byte[1]);
        }

        assertThat(folders("chunks")).containsExactly("a", "b", "c", "d", "e");
        assertThat(folders("nothing")).isEmpty();
    }

    @Test
    void aFolderIsAsLargeAsAllAndAsNewAsTheNewestOfWhatIsInIt() {
        for (int i = 1; i <= 5; i++) {
            store.put("a/" + i, new byte[i]);
        }

        Usage usage = store.usage("a").orElseThrow();

        assertThat(usage.bytes()).isEqualTo(15);
        assertThat(usage.newest()).isEqualTo(head("a/5").lastModified());
        assertThat(store.usage("nothing")).isEmpty();
    }

    @Test
    void storesInOneBucketDoNotSeeEachOther() {
        S3Store other = store("lib");
        store.put("chunks/a/x", new byte[1]);
        other.put("chunks/b/x", new byte[1]);

        other.deleteAll("chunks");
        other.close();

        assertThat(folders("chunks")).containsExactly("a");
    }

    @Test
    void aNameThatLeavesTheStoreIsRefused() {
        assertThatThrownBy(() -> store.put("../other/x", new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.deleteAll("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.deleteAll("./")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void uploadsThatWereCutOffAreEndedOnceTheyAreOld() {
        String key = "library/chunks/a/0.m4s";
        client.createMultipartUpload(request -> request.bucket(bucket).key(key));
        client.createMultipartUpload(request -> request.bucket(bucket).key("another/a"));
        Instant later = Instant.now().plus(Duration.ofMinutes(1));

        assertThat(store.removeUnfinished(later.minus(Duration.ofDays(1)))).isZero();
        assertThat(store.removeUnfinished(later)).isEqualTo(1);

        assertThat(client.listMultipartUploads(request -> request.bucket(bucket))
                        .uploads())
                .extracting(each -> each.key())
                .containsExactly("another/a");
    }

    @Test
    void aStoreThatWorksHasNoTrouble() {
        assertThat(store.trouble()).isEmpty();
        assertThat(new S3Store(client, new BucketPlace("no-such-bucket", "")).trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("no-such-bucket"));
    }
}

package atelier.processors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {
    @TempDir
    Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("store"));
    }

    private Path fresh(String name, String content) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("scratch")).resolve(name), content);
    }

    private String content(String key) throws IOException {
        try (InputStream stream = store.open(key, 0)) {
            return new String(stream.readAllBytes());
        }
    }

    private List<String> folders(String parent) {
        List<String> names = new ArrayList<>();
        store.folders(parent, names::add);
        return names;
    }

    @Test
    void aFolderThatIsNotMountedAnyMoreIsNotTakenForAnEmptyOne() throws IOException {
        Path mount = folder.resolve("store");
        store.put("chunks/a/0.m4s", "kept".getBytes());
        Files.createFile(mount.resolve(Presence.MARK));
        assertThat(store.size("chunks/a/0.m4s")).hasValue(4);

        Files.move(mount, folder.resolve("elsewhere"));
        Files.createDirectory(mount);

        assertThatThrownBy(() -> store.size("chunks/a/0.m4s"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is away");
        assertThatThrownBy(() -> store.put("chunks/a/0.m4s", new byte[1])).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.putAll("chunks/b", List.of(fresh("1.m4s", "late"))))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.usage("chunks/a")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> folders("chunks")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.deleteAll("chunks")).isInstanceOf(StoreException.class);
        assertThat(mount).isEmptyDirectory();
        assertThat(store.trouble()).hasValueSatisfying(why -> assertThat(why).contains("is away"));

        Files.delete(mount);
        Files.move(folder.resolve("elsewhere"), mount);
        assertThat(content("chunks/a/0.m4s")).isEqualTo("kept");
        assertThat(store.trouble()).isEmpty();
    }

    @Test
    void whatLiesThereAlreadyIsReplaced() throws IOException {
        store.putAll("chunks/a", List.of(fresh("0.m4s", "of another encode")));
        Path file = fresh("0.m4s", "of this one");

        store.putAll("chunks/a", List.of(file));

        assertThat(content("chunks/a/0.m4s")).isEqualTo("of this one");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("store/chunks/a").toFile().list()).containsExactly("0.m4s");
    }

    @Test
    void anObjectThatIsNotThereHasNoSize() {
        store.put("a/file", new byte[3]);

        assertThat(store.size("a/file")).hasValue(3);
        assertThat(store.size("a")).isEmpty();
        assertThat(store.size("a/other")).isEmpty();
        assertThat(store.size("a/file/below")).isEmpty();
        assertThat(store.size("b/" + "long".repeat(100))).isEmpty();
    }

    @Test
    void aDiskThatDoesNotAnswerIsNotAnEmptyOne() throws IOException {
        Path loop = Files.createDirectories(folder.resolve("store")).resolve("chunks");
        Files.createSymbolicLink(loop, loop);

        assertThatThrownBy(() -> store.size("chunks/a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("chunks/a");
    }

    @Test
    void aFolderGoesWithAllThatIsInIt() {
        store.put("chunks/a/init.mp4", new byte[1]);
        store.put("chunks/a/0/0.m4s", new byte[1]);
        store.put("chunks/b/init.mp4", new byte[1]);

        store.deleteAll("chunks/a");
        store.deleteAll("chunks/a");

        assertThat(folders("chunks")).containsExactly("b");
    }

    @Test
    void anObjectGoesAloneAndTwiceIsNoError() {
        store.put("a/one", new byte[1]);
        store.put("a/two", new byte[1]);

        store.delete("a/one");
        store.delete("a/one");

        assertThat(store.size("a/one")).isEmpty();
        assertThat(store.size("a/two")).hasValue(1);
    }

    @Test
    void foldersAreListedWithoutFiles() {
        store.put("chunks/a/x", new byte[1]);
        store.put("chunks/b/y/z", new byte[1]);
        store.put("chunks/file", new byte[1]);

        assertThat(folders("chunks")).containsExactlyInAnyOrder("a", "b");
        assertThat(folders("nothing")).isEmpty();
    }

    @Test
    void aFolderIsAsNewAsTheNewestOfWhatIsInIt() throws IOException {
        store.put("a/b/old", new byte[2]);
        store.put("a/new", new byte[3]);
        Path root = folder.resolve("store/a");
        for (String each : List.of("b/old", "b", "new", "")) {
            Files.setLastModifiedTime(root.resolve(each), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
        Instant newer = Instant.parse("2021-01-01T00:00:00Z");
        Files.setLastModifiedTime(root.resolve("new"), FileTime.from(newer));

        assertThat(store.usage("a")).hasValue(new Usage(5, newer));
        assertThat(store.usage("nothing")).isEmpty();
    }
}

package atelier.processors.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.s3.S3ForTests;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.S3Store;
import atelier.processors.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LibraryTest {
    private static final List<String> NOBODY = List.of();

    @TempDir
    Path folder;

    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private Library library(JdbcClient sql, String home) throws IOException {
        return library(sql, home, false);
    }

    private Library library(JdbcClient sql, String home, boolean adopt) throws IOException {
        return new Library(
                sql,
                List.of(new FolderPlace(folder(home + "/store")), new FolderPlace(folder(home + "/sources"))),
                adopt);
    }

    @Test
    void whatBelongsTogetherIsNamedOnce() throws IOException {
        library(sql, "home").check(NOBODY);
        String name = Files.readString(folder.resolve("home/store/.library"));

        library(sql, "home").check(List.of("another"));

        assertThat(folder.resolve("home/store/.library")).hasContent(name);
        assertThat(folder.resolve("home/sources/.library")).hasContent(name);
    }

    @Test
    void theStoreOfAnotherDatabaseIsRefused() throws IOException {
        library(sql, "home").check(NOBODY);
        JdbcClient foreign = JdbcClient.create(DatabaseForTests.freshCatalogue());
        library(foreign, "foreign").check(NOBODY);

        assertThatThrownBy(() -> library(foreign, "home").check(NOBODY))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("home/store belongs to another library")
                .hasMessageContaining("Atelier does not start")
                .hasMessageContaining("atelier.home");
    }

    @Test
    void anEmptyFolderIsRefusedWhileOthersWorkOnTheRightOne() throws IOException {
        library(sql, "home").check(NOBODY);

        assertThatThrownBy(() -> library(sql, "forgotten mount").check(List.of("attic (10.0.0.7)")))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("attic (10.0.0.7)")
                .hasMessageContaining("Share the folders sources and store");

        assertThat(folder.resolve("forgotten mount/store")).isEmptyDirectory();
    }

    @Test
    void anEmptiedStoreIsTakenAndTheOldOneIsTheLibrarysNoMore() throws IOException {
        library(sql, "home").check(NOBODY);
        library(sql, "replaced").check(NOBODY);

        assertThatThrownBy(() -> library(sql, "home").check(NOBODY)).isInstanceOf(NodeException.class);
        assertThatCode(() -> library(sql, "replaced").check(List.of("another"))).doesNotThrowAnyException();
    }

    @Test
    void aStoreThatIsNotMountedIsNotTakenForAnEmptiedOne() throws IOException {
        library(sql, "home").check(NOBODY);
        sql.sql("INSERT INTO artworks (slug, title, state, created_at, updated_at)"
                        + " VALUES ('mila/sunset', 'Sunset', 'ready', NOW(3), NOW(3))")
                .update();

        assertThatThrownBy(() -> library(sql, "unmounted").check(NOBODY))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("unmounted/store")
                .hasMessageContaining("Mount them")
                .hasMessageContaining("--atelier.node.adopt=true");
        assertThat(folder.resolve("unmounted/store")).isEmptyDirectory();

        library(sql, "unmounted", true).check(NOBODY);
        library(sql, "unmounted").check(NOBODY);
    }

    @Test
    void whoIsKilledWhileItIsGivenAnotherNameGoesOnWithThat() throws IOException {
        library(sql, "home").check(NOBODY);
        String next = "8a5dd1ac-5a3a-4a3e-9a52-000000000000";
        sql.sql("UPDATE library SET next = :next").param("next", next).update();
        Files.writeString(folder.resolve("home/store/.library"), next);

        library(sql, "home").check(NOBODY);

        assertThat(folder.resolve("home/store/.library")).hasContent(next);
        assertThat(folder.resolve("home/sources/.library")).hasContent(next);
        library(sql, "home").check(List.of("another"));
        assertThat(sql.sql("SELECT id FROM library WHERE next IS NULL")
                        .query(String.class)
                        .list())
                .containsExactly(next);
    }

    @Test
    void anEmptiedDatabaseTakesTheNameOfTheStore() throws IOException {
        library(sql, "home").check(NOBODY);
        JdbcClient emptied = JdbcClient.create(DatabaseForTests.freshCatalogue());

        library(emptied, "home").check(NOBODY);

        assertThat(emptied.sql("SELECT id FROM library").query(String.class).single())
                .isEqualTo(Files.readString(folder.resolve("home/store/.library")));
    }

    @Test
    void aBucketBearsTheNameToo() throws IOException {
        Store bucket = new S3Store(S3ForTests.client(), new BucketPlace(S3ForTests.freshBucket(), "films"));
        Place sources = new FolderPlace(folder("home/sources"));
        new Library(sql, List.of(new StorePlace(bucket), sources), false).check(NOBODY);

        new Library(sql, List.of(new StorePlace(bucket), sources), false).check(List.of("another"));

        JdbcClient foreign = JdbcClient.create(DatabaseForTests.freshCatalogue());
        library(foreign, "foreign").check(NOBODY);
        assertThat(new StorePlace(bucket).name()).isEqualTo(sources.name());
        assertThatThrownBy(() -> new Library(foreign, List.of(new StorePlace(bucket)), false).check(NOBODY))
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("/films belongs to another library")
                .hasMessageContaining("/films/.library");
    }
}

package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyFoldersTest {
    @TempDir
    Path home;

    @Test
    void allThatIsEmptyGoesAndTheRootStays() throws IOException {
        Path root = home.resolve("sources");
        Path deep = Files.createDirectories(root.resolve("mila/films/sunset"));

        EmptyFolders.remove(deep, root);

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatHoldsAnythingElseStays() throws IOException {
        Path root = home.resolve("sources");
        Path deep = Files.createDirectories(root.resolve("mila/films/sunset"));
        Path other = Files.createFile(root.resolve("mila/dawn.mov"));

        EmptyFolders.remove(deep, root);

        assertThat(other).exists();
        assertThat(root.resolve("mila")).isDirectoryNotContaining("glob:**films");
    }

    @Test
    void aFolderThatIsGoneIsNoTrouble() throws IOException {
        Path root = Files.createDirectories(home.resolve("sources/mila")).getParent();

        EmptyFolders.remove(root.resolve("mila/sunset"), root);

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void nothingOutsideTheRootIsTouched() throws IOException {
        Path root = Files.createDirectories(home.resolve("sources"));
        Path beside = Files.createDirectories(home.resolve("store/chunks"));

        EmptyFolders.remove(beside, root);

        assertThat(beside).exists();
    }
}

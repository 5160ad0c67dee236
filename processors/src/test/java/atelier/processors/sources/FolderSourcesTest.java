package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Home;
import atelier.processors.store.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourcesTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsKeptBelowAMountThatIsGone() throws IOException {
        Home home = new Home(folder);
        Path mark = Files.createDirectories(home.sources()).resolve(Presence.MARK);
        Sources sources = new FolderSources(home);
        assertThatCode(sources::requirePresence).as("before it is marked").doesNotThrowAnyException();
        Files.createFile(mark);
        assertThatCode(sources::requirePresence).doesNotThrowAnyException();

        Files.delete(mark);

        assertThatThrownBy(sources::requirePresence)
                .isInstanceOf(SourcesAwayException.class)
                .hasMessageContaining("The folder of sources")
                .hasMessageContaining("is away");
        Files.createFile(mark);
        assertThatCode(sources::requirePresence).as("mounted again").doesNotThrowAnyException();
    }
}

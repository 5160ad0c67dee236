package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlistedFilesTest {
    @TempDir
    Path inbox;

    @Test
    void namesThatAreNoTextAndNamesWithABackslashAreFound() throws Exception {
        Files.createDirectories(inbox.resolve("mila"));
        Files.writeString(inbox.resolve("mila/été.mp4"), "text");
        Files.writeString(inbox.resolve("mila\\sunset.mp4"), "a path from elsewhere");
        shell("printf x > \"mila/$(printf 'caf\\351').mp4\"");

        assertThat(new UnlistedFiles(inbox).find())
                .hasSize(2)
                .allMatch(Files::isRegularFile)
                .anyMatch(each -> each.endsWith("mila\\sunset.mp4"))
                .anyMatch(each -> each.getParent().endsWith("mila"));
    }

    @Test
    void anOrdinaryInboxHasNone() throws IOException {
        Files.createDirectories(inbox.resolve("mila/日本"));
        Files.writeString(inbox.resolve("mila/日本/ü.mp4"), "text");

        assertThat(new UnlistedFiles(inbox).find()).isEmpty();
    }

    private void shell(String script) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(inbox.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}

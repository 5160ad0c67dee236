package atelier.processors.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
    private static final int SEVERAL_BUFFERS = 5_000_001;

    @TempDir
    Path folder;

    @Test
    void itIsTheSha256OfTheContent() throws Exception {
        byte[] content = random(SEVERAL_BUFFERS);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(ContentHash.sha256(write(content))).isEqualTo(new ContentHash(expected, SEVERAL_BUFFERS));
    }

    @Test
    void anEmptyFileHasAHashToo() throws Exception {
        assertThat(ContentHash.sha256(write(new byte[0])))
                .isEqualTo(new ContentHash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
    }

    @Test
    void progressRisesToTheSize() throws Exception {
        List<Long> progress = new ArrayList<>();
        ContentHash.sha256(write(random(SEVERAL_BUFFERS)), progress::add);
        assertThat(progress).isSorted().hasSizeGreaterThan(2).endsWith((long) SEVERAL_BUFFERS);
    }

    @Test
    void aFileThatGrowsMeanwhileIsNotHashed() throws Exception {
        Path file = write(random(SEVERAL_BUFFERS));
        assertThatThrownBy(() -> ContentHash.sha256(file, bytes -> append(file)))
                .isInstanceOf(FileChangedException.class);
    }

    @Test
    void aFileOverwrittenInPlaceMeanwhileIsNotHashed() throws Exception {
        Path file = write(random(SEVERAL_BUFFERS));
        assertThatThrownBy(() -> ContentHash.sha256(file, bytes -> overwrite(file)))
                .isInstanceOf(FileChangedException.class);
    }

    @Test
    void interruptionStopsIt() throws Exception {
        Path file = write(random(SEVERAL_BUFFERS));
        List<Long> progress = new ArrayList<>();
        assertThatThrownBy(() -> ContentHash.sha256(file, bytes -> {
                    progress.add(bytes);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(progress).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aMissingFileAndALinkAreErrors() throws Exception {
        assertThatThrownBy(() -> ContentHash.sha256(folder.resolve("missing")))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(NoSuchFileException.class);
        Path link = Files.createSymbolicLink(folder.resolve("link"), write(new byte[1]));
        assertThatThrownBy(() -> ContentHash.sha256(link)).isInstanceOf(IOException.class);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] random(int count) {
        byte[] content = new byte[count];
        new Random(7).nextBytes(content);
        return content;
    }

    private static void append(Path file) {
        change(file, StandardOpenOption.APPEND);
    }

    private static void overwrite(Path file) {
        change(file, StandardOpenOption.WRITE);
    }

    private static void change(Path file, StandardOpenOption how) {
        try {
            Files.write(file, new byte[] {1}, how);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFfmpegTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    @TempDir
    Path tools;

    @Test
    void twoThatUnpackAtOnceEndUpWithOneWholeFolder() throws Exception {
        Callable<Path> unpacking = () -> files().unpack(tools, Clock.systemUTC());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Path> folders = Stream.of(pool.submit(unpacking), pool.submit(unpacking))
                    .map(BundledFfmpegTest::get)
                    .toList();
            assertThat(folders.get(0)).isEqualTo(folders.get(1));
        } finally {
            pool.shutdown();
        }
        assertThat(names(tools)).singleElement().asString().startsWith("ffmpeg-8.1.2");
        assertThat(names(tools.resolve(names(tools).get(0)))).contains("ffmpeg", "ffprobe", "libavcodec.so.62");
    }

    @Test
    void theSecondStartUsesWhatIsThere() throws Exception {
        Path folder = files().unpack(tools, Clock.systemUTC());
        Files.writeString(folder.resolve("mark"), "");

        assertThat(files().unpack(tools, Clock.systemUTC()).resolve("mark")).exists();
    }

    @Test
    void whatAKilledUnpackingLeftBehindIsRemovedOnceItIsOld() throws Exception {
        leftBehind(".unpacking-old", Duration.ofMinutes(61));
        leftBehind(".unpacking-of-another", Duration.ofMinutes(1));

        files().unpack(tools, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(names(tools)).contains(".unpacking-of-another").doesNotContain(".unpacking-old");
    }

    private void leftBehind(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(tools.resolve(name));
        Files.writeString(folder.resolve("libavcodec.so.62"), "half");
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(age)));
    }

    private BundledFiles files() {
        return new BundledFiles(getClass().getClassLoader());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).collect(Collectors.toList());
        }
    }

    private static Path get(Future<Path> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

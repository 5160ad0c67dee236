package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import atelier.processors.ingest.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FollowingHashTest {
    private static final int SEVERAL_PIECES = 9_000_000;

    @TempDir
    Path folder;

    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor(work -> {
        thread.set(new Thread(work));
        return thread.get();
    });

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void itIsTheHashOfTheWholeFile() throws Exception {
        Path file = Files.write(folder.resolve("film"), new byte[SEVERAL_PIECES]);
        try (FollowingHash hash = new FollowingHash(threads, file)) {
            assertThat(hash.join()).isEqualTo(ContentHash.sha256(file));
        }
    }

    @Test
    void itWaitsForWhoReadsTheFile() throws Exception {
        Path file = Files.write(folder.resolve("film"), new byte[SEVERAL_PIECES]);
        try (FollowingHash hash = new FollowingHash(threads, file)) {
            CompletableFuture<Void> after = CompletableFuture.runAsync(() -> {}, threads);
            hash.reached(SEVERAL_PIECES / 2);
            await().until(() -> thread.get().getState() == Thread.State.WAITING || after.isDone());
            assertThat(after).isNotDone();

            hash.reached(SEVERAL_PIECES);

            assertThat(after).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closedItGivesItsThreadBack() throws Exception {
        Path file = Files.write(folder.resolve("film"), new byte[SEVERAL_PIECES]);
        FollowingHash hash = new FollowingHash(threads, file);

        hash.close();

        assertThat(CompletableFuture.runAsync(() -> {}, threads)).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void errorsKeepTheirClass() {
        Path missing = folder.resolve("missing");
        Throwable own = catchThrowable(() -> ContentHash.sha256(missing));
        try (FollowingHash hash = new FollowingHash(threads, missing)) {
            assertThatThrownBy(hash::join).isInstanceOf(IOException.class).hasSameClassAs(own);
        }
    }
}

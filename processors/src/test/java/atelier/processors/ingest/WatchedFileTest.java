package atelier.processors.ingest;

import static atelier.processors.ingest.Boxes.box;
import static atelier.processors.ingest.Boxes.join;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.ingest.FinishedCopy.Finished;
import atelier.processors.ingest.FinishedCopy.State;
import atelier.processors.ingest.FinishedCopy.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else happens to a whole file while it is watched: it is changed, replaced, held open, taken away. */
class WatchedFileTest {
    private static final byte[] WHOLE = join(box("ftyp", 16), box("moov", 300), box("mdat", 5000));

    private final HandClock clock = new HandClock(Instant.parse("2025-05-01T10:00:00Z"));
    private final FinishedCopy copies = new FinishedCopy(clock, Patience.defaults());

    @TempDir
    Path inbox;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = inbox.resolve("sunset.mp4");
    }

    @Test
    void anOldDateHidesNoChange() throws IOException {
        FileTime old = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.write(file, WHOLE);
        Files.setLastModifiedTime(file, old);
        assertThat(afterResting(Duration.ofMillis(900))).isInstanceOf(Waiting.class);
        byte[] other = WHOLE.clone();
        other[other.length - 1] = 'y';
        Files.write(file, other);
        Files.setLastModifiedTime(file, old);
        assertThat(afterResting(Duration.ofMillis(900))).isInstanceOf(Waiting.class);
        assertThat(afterResting(Duration.ofMillis(100))).isInstanceOf(Finished.class);
    }

    @Test
    void aFileReplacedByRenameRestsAnew() throws IOException {
        Files.write(file, WHOLE);
        afterResting(Duration.ofMillis(900));
        Path other = Files.write(inbox.resolve(".sunset.mp4.x7"), WHOLE);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        assertThat(afterResting(Duration.ofMillis(900))).isInstanceOf(Waiting.class);
    }

    @Test
    void aFileHeldOpenForWritingIsLeftAlone() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(WHOLE);
            assertThat(afterResting(Duration.ofMinutes(5)))
                    .isEqualTo(new Waiting("a program still has it open for writing"));
        }
        assertThat(afterResting(Duration.ZERO)).isInstanceOf(Finished.class);
    }

    @Test
    void aFileHeldOpenForReadingIsTaken() throws IOException {
        Files.write(file, WHOLE);
        try (var in = Files.newInputStream(file)) {
            assertThat(in.read()).isNotNegative();
            assertThat(afterResting(Duration.ofSeconds(1))).isInstanceOf(Finished.class);
        }
    }

    @Test
    void aFileThatIsGoneIsForgotten() throws IOException {
        Path other = Files.write(inbox.resolve("other.mp4"), WHOLE);
        Files.write(file, WHOLE);
        copies.check(file);
        copies.check(other);
        assertThat(copies.remembered()).isEqualTo(2);
        Files.delete(file);
        assertThat(copies.check(file)).isInstanceOf(Waiting.class);
        assertThat(copies.remembered()).isEqualTo(1);
        Files.delete(other);
        clock.advance(Duration.ofMinutes(1));
        copies.check(file);
        assertThat(copies.remembered()).isZero();
    }

    @Test
    void aClockSetBackStartsTheRestAnew() throws IOException {
        Files.write(file, WHOLE);
        copies.check(file);
        clock.advance(Duration.ofHours(-1));
        assertThat(copies.check(file)).isInstanceOf(Waiting.class);
        assertThat(afterResting(Duration.ofSeconds(1))).isInstanceOf(Finished.class);
    }

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        Files.write(file, WHOLE);
        copies.check(file);
        clock.advance(Duration.ofSeconds(1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<State> ask = () -> copies.check(file);
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(100, ask))) {
                assertThat(answer.get()).isInstanceOf(Finished.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private State afterResting(Duration rest) throws IOException {
        copies.check(file);
        clock.advance(rest);
        return copies.check(file);
    }
}

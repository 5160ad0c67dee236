package atelier.processors.ingest;

import static atelier.processors.ingest.Boxes.box;
import static atelier.processors.ingest.Boxes.join;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.ingest.FinishedCopy.Finished;
import atelier.processors.ingest.FinishedCopy.State;
import atelier.processors.ingest.FinishedCopy.Stuck;
import atelier.processors.ingest.FinishedCopy.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedCopyTest {
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
    void aWholeFileIsFinishedWithinTwoSecondsOfPolling() throws IOException {
        Files.write(file, WHOLE);
        int polls = 1;
        for (State state = copies.check(file); !(state instanceof Finished); state = copies.check(file)) {
            clock.advance(Duration.ofMillis(500));
            polls++;
        }
        // The last write fell up to 500 ms before the first poll.
        assertThat(polls * 500).isLessThanOrEqualTo(2000);
        assertThat(copies.check(file)).isEqualTo(new Finished(WHOLE.length));
    }

    @Test
    void aFileStillGrowingIsLeftAlone() throws IOException {
        for (int bytes = 100; bytes < WHOLE.length; bytes += 100) {
            Files.write(file, Arrays.copyOf(WHOLE, bytes));
            assertThat(afterResting(Duration.ofMillis(1500))).isInstanceOf(Waiting.class);
        }
    }

    @Test
    void aCopyThatPausesIsNotTakenHalf() throws IOException {
        Files.write(file, Arrays.copyOf(WHOLE, 3000));
        assertThat(afterResting(Duration.ofSeconds(59))).isInstanceOf(Waiting.class);
        Files.write(file, Arrays.copyOfRange(WHOLE, 3000, WHOLE.length), StandardOpenOption.APPEND);
        assertThat(copies.check(file)).isInstanceOf(Waiting.class);
        assertThat(afterResting(Duration.ofSeconds(1))).isInstanceOf(Finished.class);
    }

    @Test
    void aCopyThatNeverGoesOnIsStuck() throws IOException {
        Files.write(file, Arrays.copyOf(WHOLE, 3000));
        assertThat(afterResting(Duration.ofSeconds(60)))
                .isInstanceOfSatisfying(
                        Stuck.class,
                        stuck -> assertThat(stuck.why())
                                .isEqualTo(
                                        "box \"mdat\" at byte 332 should end at byte 5340, the file ends at byte 3000,"
                                                + " and nothing has come for 60 s"));
    }

    @Test
    void anEmptyFileMayStillGetItsContent() throws IOException {
        Files.createFile(file);
        assertThat(afterResting(Duration.ofSeconds(30))).isInstanceOf(Waiting.class);
        assertThat(afterResting(Duration.ofSeconds(30))).isInstanceOf(Stuck.class);
    }

    @Test
    void aFormatThatDoesNotTellItsEndRestsLonger() throws IOException {
        Files.writeString(file, "not a container");
        assertThat(afterResting(Duration.ofMillis(9900))).isInstanceOf(Waiting.class);
        assertThat(afterResting(Duration.ofMillis(100))).isInstanceOf(Finished.class);
    }

    @Test
    void aPreallocatedCopyIsNotTakenForItsSize() throws IOException {
        byte[] indexLast = join(box("ftyp", 16), box("mdat", 5000), box("moov", 300));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(indexLast.length);
        }
        assertThat(afterResting(Duration.ofSeconds(30))).isInstanceOf(Waiting.class);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(indexLast, 0, 5032);
        }
        assertThat(afterResting(Duration.ofSeconds(30))).isInstanceOf(Waiting.class);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(indexLast);
        }
        assertThat(afterResting(Duration.ofSeconds(1))).isInstanceOf(Finished.class);
    }

    private State afterResting(Duration rest) throws IOException {
        copies.check(file);
        clock.advance(rest);
        return copies.check(file);
    }
}

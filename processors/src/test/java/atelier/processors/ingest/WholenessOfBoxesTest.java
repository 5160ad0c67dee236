package atelier.processors.ingest;

import static atelier.processors.ingest.Boxes.box;
import static atelier.processors.ingest.Boxes.header;
import static atelier.processors.ingest.Boxes.join;
import static atelier.processors.ingest.Boxes.largeHeader;
import static atelier.processors.ingest.Boxes.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholenessOfBoxesTest {
    private static final byte[] FTYP = box("ftyp", 16);
    private static final byte[] MOOV = box("moov", 300);
    private static final byte[] MDAT = box("mdat", 5000);

    @TempDir
    Path folder;

    @Test
    void indexFirstOrLastIsWhole() throws IOException {
        assertThat(of(FTYP, MOOV, MDAT)).isInstanceOf(Whole.class);
        assertThat(of(FTYP, box("free", 8), MDAT, MOOV)).isInstanceOf(Whole.class);
    }

    @Test
    void quickTimeWithoutATypeIsWhole() throws IOException {
        assertThat(of(box("wide", 0), MDAT, MOOV)).isInstanceOf(Whole.class);
        assertThat(of(MDAT, MOOV)).isInstanceOf(Whole.class);
    }

    @Test
    void everyCutOfAFileIsIncomplete() throws IOException {
        for (byte[] whole : new byte[][] {join(FTYP, MOOV, MDAT), join(FTYP, MDAT, MOOV)}) {
            for (int cut = 8; cut < whole.length; cut += 7) {
                assertThat(of(Arrays.copyOf(whole, cut))).as("cut at %d", cut).isInstanceOf(Incomplete.class);
            }
        }
    }

    @Test
    void whatIsMissingIsSaidWithFigures() throws IOException {
        byte[] whole = join(FTYP, MOOV, MDAT);
        assertThat(of(Arrays.copyOf(whole, 1000)))
                .isEqualTo(
                        new Incomplete("box \"mdat\" at byte 332 should end at byte 5340, the file ends at byte 1000"));
    }

    @Test
    void anIndexWithoutContentIsIncomplete() throws IOException {
        assertThat(of(FTYP, MOOV)).isInstanceOf(Incomplete.class);
    }

    @Test
    void paddingAtTheEndIsTolerated() throws IOException {
        assertThat(of(FTYP, MDAT, MOOV, box("free", 0))).isInstanceOf(Whole.class);
        assertThat(of(FTYP, MDAT, MOOV, header(5008, "free"), zeros(5000))).isInstanceOf(Whole.class);
        assertThat(of(FTYP, MDAT, MOOV, zeros(4))).isInstanceOf(Whole.class);
        assertThat(of(FTYP, MDAT, MOOV, zeros(777))).isInstanceOf(Whole.class);
    }

    @Test
    void aTrailerOfACameraIsLeftToTime() throws IOException {
        assertThat(of(FTYP, MDAT, MOOV, "\0\u0001\0\u0009\u0001\u0002\u0003\u0004trailer".getBytes()))
                .isInstanceOf(Unknowable.class);
    }

    @Test
    void spaceThatIsReservedAndNotFilledIsNotWhole() throws IOException {
        assertThat(of(zeros(5000))).isInstanceOf(Incomplete.class);
        assertThat(of(FTYP, MDAT, zeros(308))).isInstanceOf(Incomplete.class);
        assertThat(of(FTYP, MOOV, header(6008, "mdat"), Arrays.copyOf(MDAT, 1000), zeros(5000)))
                .isInstanceOf(Unknowable.class);
    }

    @Test
    void anIndexBehindAnEnormousContentIsFound() throws IOException {
        Path file = folder.resolve("huge.mov");
        long mdat = 60_000_000_000L;
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(join(FTYP, largeHeader(mdat, "mdat")));
            out.seek(FTYP.length + mdat);
            assertThat(Wholeness.of(file)).isInstanceOf(Incomplete.class);
            out.write(MOOV);
        }
        assertThat(Wholeness.of(file)).isInstanceOf(Whole.class);
    }

    @Test
    void fragmentsAreWholeOnlyWhenTheyAreClosed() throws IOException {
        byte[] fragment = join(box("moof", 60), MDAT);
        assertThat(of(FTYP, MOOV, fragment, fragment, box("mfra", 20))).isInstanceOf(Whole.class);
        assertThat(of(FTYP, MOOV, fragment, fragment)).isInstanceOf(Unknowable.class);
        assertThat(of(FTYP, MOOV, fragment, Arrays.copyOf(fragment, 100))).isInstanceOf(Incomplete.class);
    }

    @Test
    void anIndexOfAllFragmentsTellsWhereTheLastOneEnds() throws IOException {
        byte[] fragment = join(box("moof", 60), MDAT);
        byte[] index = sidx(0, fragment.length, fragment.length);
        assertThat(of(FTYP, MOOV, index, fragment, fragment)).isInstanceOf(Whole.class);
        assertThat(of(FTYP, MOOV, index, fragment)).isInstanceOf(Incomplete.class);
        assertThat(of(FTYP, MOOV, sidx(1, fragment.length, fragment.length), fragment))
                .isInstanceOf(Incomplete.class);
        assertThat(of(FTYP, MOOV, sidx(0, fragment.length), fragment)).isInstanceOf(Unknowable.class);
        assertThat(of(FTYP, MOOV, sidx(0, -5, fragment.length), fragment)).isInstanceOf(Unknowable.class);
        assertThat(of(FTYP, MOOV, sidx(0, Integer.MAX_VALUE, Integer.MAX_VALUE), fragment))
                .isInstanceOf(Incomplete.class);
        assertThat(of(FTYP, MOOV, box("sidx", 3), fragment)).isInstanceOf(Unknowable.class);
    }

    @Test
    void contentToTheEndOfTheFileIsLeftToTime() throws IOException {
        assertThat(of(FTYP, MOOV, header(0, "mdat"), Arrays.copyOf(MDAT, 999))).isInstanceOf(Unknowable.class);
        assertThat(of(FTYP, header(0, "mdat"), Arrays.copyOf(MDAT, 999))).isInstanceOf(Incomplete.class);
    }

    @Test
    void hostileSizesEndTheWalk() throws IOException {
        for (long size : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, 15}) {
            assertThat(of(FTYP, largeHeader(size, "mdat"), zeros(50)))
                    .as("64-bit size %d", size)
                    .isInstanceOf(Incomplete.class);
        }
        for (int size : new int[] {2, 7, -1, Integer.MIN_VALUE}) {
            assertThat(of(FTYP, header(size, "mdat"), zeros(50)))
                    .as("32-bit size %d", size)
                    .isInstanceOf(Incomplete.class);
        }
    }

    @Test
    void aMillionTinyBoxesAreNotAllWalked() throws IOException {
        byte[] tiny = join(Collections.nCopies(1_000_000, header(8, "free")).toArray(new byte[0][]));
        Path file = Files.write(folder.resolve("tiny.mp4"), join(FTYP, tiny));
        long started = System.nanoTime();
        assertThat(Wholeness.of(file)).isInstanceOf(Unknowable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    private static byte[] sidx(int version, int... sizes) {
        int fixed = version == 0 ? 24 : 32;
        ByteBuffer content = ByteBuffer.allocate(fixed + 12 * sizes.length).put(0, (byte) version);
        content.putShort(fixed - 2, (short) sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            content.putInt(fixed + 12 * i, sizes[i]);
        }
        return join(header(8 + content.capacity(), "sidx"), content.array());
    }

    private Wholeness of(byte[]... parts) throws IOException {
        return Wholeness.of(Files.write(folder.resolve("file.mp4"), join(parts)));
    }
}

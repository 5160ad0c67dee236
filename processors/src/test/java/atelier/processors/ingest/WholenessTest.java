package atelier.processors.ingest;

import static atelier.processors.ingest.Boxes.bytes;
import static atelier.processors.ingest.Boxes.join;
import static atelier.processors.ingest.Boxes.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholenessTest {
    private static final byte[] EBML = bytes(0x1A, 0x45, 0xDF, 0xA3, 0x84, 1, 2, 3, 4);
    private static final byte[] VOID = bytes(0xEC, 0x81, 0);
    private static final byte[] SEGMENT = bytes(0x18, 0x53, 0x80, 0x67);
    private static final byte[] CONTENT = filled(300);

    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsIncomplete() throws IOException {
        assertThat(of(zeros(0))).isEqualTo(new Incomplete("the file is empty"));
    }

    @Test
    void otherFormatsAreUnknowable() throws IOException {
        assertThat(of("Dear diary".getBytes())).isInstanceOf(Unknowable.class);
        assertThat(of(bytes(0x47))).isInstanceOf(Unknowable.class);
    }

    @Test
    void aMatroskaSegmentIsComparedWithItsSize() throws IOException {
        byte[] size = bytes(0x41, 0x2C);
        assertThat(of(EBML, SEGMENT, size, CONTENT)).isInstanceOf(Whole.class);
        assertThat(of(EBML, VOID, SEGMENT, size, CONTENT)).isInstanceOf(Whole.class);
        assertThat(of(EBML, SEGMENT, size, Arrays.copyOf(CONTENT, 299))).isInstanceOf(Incomplete.class);
        assertThat(of(EBML, SEGMENT, size, zeros(300))).isInstanceOf(Unknowable.class);
        assertThat(of(EBML)).isInstanceOf(Incomplete.class);
    }

    @Test
    void aMatroskaSegmentOfUnknownSizeIsLeftToTime() throws IOException {
        assertThat(of(EBML, SEGMENT, bytes(0x01, 255, 255, 255, 255, 255, 255, 255), CONTENT))
                .isInstanceOf(Unknowable.class);
        assertThat(of(EBML, SEGMENT, bytes(0xFF), CONTENT)).isInstanceOf(Unknowable.class);
    }

    @Test
    void hostileMatroskaSizesEndTheWalk() throws IOException {
        byte[] largest = bytes(0x01, 255, 255, 255, 255, 255, 255, 254);
        assertThat(of(EBML, SEGMENT, largest, CONTENT)).isInstanceOf(Incomplete.class);
        assertThat(of(bytes(0x1A, 0x45, 0xDF, 0xA3), largest, CONTENT)).isInstanceOf(Incomplete.class);
        assertThat(of(EBML, SEGMENT, bytes(0), CONTENT)).isInstanceOf(Unknowable.class);
    }

    @Test
    void anAviIsComparedWithItsChainOfChunks() throws IOException {
        byte[] first = riff("AVI ", 300);
        byte[] next = riff("AVIX", 200);
        assertThat(of(first)).isInstanceOf(Whole.class);
        assertThat(of(first, next, next)).isInstanceOf(Whole.class);
        assertThat(of(first, Arrays.copyOf(next, 100))).isInstanceOf(Incomplete.class);
        assertThat(of(Arrays.copyOf(first, 100))).isInstanceOf(Incomplete.class);
        assertThat(of(riff("AVI ", 301), bytes(0))).isInstanceOf(Whole.class);
    }

    @Test
    void anAviThatDoesNotSayItsSizeIsLeftToTime() throws IOException {
        assertThat(of(join("RIFF".getBytes(), zeros(4), "AVI ".getBytes(), CONTENT)))
                .isInstanceOf(Unknowable.class);
        assertThat(of(join("RIFF".getBytes(), bytes(255, 255, 255, 255), "AVI ".getBytes(), CONTENT)))
                .isInstanceOf(Unknowable.class);
        assertThat(of(riff("AVI ", 300), "other data".getBytes())).isInstanceOf(Unknowable.class);
    }

    @Test
    void anMxfIsWholeWithItsFooter() throws IOException {
        byte[] header = partition(2, 400, 0, 0);
        byte[] footer = partition(4, 400, 50, 20);
        byte[] body = filled(400 - header.length);
        assertThat(of(header, body, footer, filled(70))).isInstanceOf(Whole.class);
        assertThat(of(header, body, footer, filled(69))).isInstanceOf(Incomplete.class);
        assertThat(of(header, body, Arrays.copyOf(footer, 30))).isInstanceOf(Incomplete.class);
        assertThat(of(header, body)).isInstanceOf(Incomplete.class);
        assertThat(of(header, body, zeros(500))).isInstanceOf(Incomplete.class);
        assertThat(of(partition(2, 0, 0, 0), body)).isInstanceOf(Unknowable.class);
        assertThat(of(partition(2, Long.MIN_VALUE, 0, 0), body)).isInstanceOf(Unknowable.class);
        assertThat(of(header, body, partition(4, 400, Long.MAX_VALUE, Long.MAX_VALUE)))
                .isInstanceOf(Incomplete.class);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path target = Files.write(folder.resolve("target"), EBML);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertThatThrownBy(() -> Wholeness.of(link)).isInstanceOf(IOException.class);
    }

    private static byte[] riff(String type, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes()).putInt(bytes).put(type.getBytes());
        return join(header.array(), filled(bytes - 4));
    }

    private static byte[] partition(int kind, long footer, long metadata, long index) {
        ByteBuffer fields = ByteBuffer.allocate(88)
                .putLong(24, footer)
                .putLong(32, metadata)
                .putLong(40, index);
        byte[] key = join(bytes(MxfPartitions.PARTITION_KEY), bytes(kind, 4, 0));
        return join(key, bytes(0x83, 0, 0, 88), fields.array());
    }

    private static byte[] filled(int count) {
        byte[] content = new byte[count];
        Arrays.fill(content, (byte) 7);
        return content;
    }

    private Wholeness of(byte[]... parts) throws IOException {
        return Wholeness.of(Files.write(folder.resolve("file"), join(parts)));
    }
}

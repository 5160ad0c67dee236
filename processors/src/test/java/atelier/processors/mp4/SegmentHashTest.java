package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentHashTest {
    @TempDir
    Path folder;

    private Path segment() throws IOException {
        return Recorded.write("chunk-0.mp4", 0, folder.resolve("0"))
                .segments()
                .get(1)
                .path();
    }

    private static String of(byte[] bytes) throws IOException {
        return SegmentHash.of(new ByteArrayInputStream(bytes));
    }

    @Test
    void aMovedSegmentHasTheSameHash() throws IOException {
        Path moved = folder.resolve("moved.m4s");
        new Retimer().retime(segment(), moved, 1L << 40);

        assertThat(moved.toFile()).hasSize(Files.size(segment()));
        assertThat(Files.readAllBytes(moved)).isNotEqualTo(Files.readAllBytes(segment()));
        assertThat(SegmentHash.of(moved)).isEqualTo(SegmentHash.of(segment()));
        assertThat(SegmentHash.of(moved)).isNotEqualTo(Sha256.hex(Files.readAllBytes(moved)));
    }

    @Test
    void aByteThatChangedAnywhereButInTheDecodeTimeChangesTheHash() throws IOException {
        byte[] whole = Files.readAllBytes(segment());
        String hash = of(whole);
        int same = 0;
        for (int at = 0; at < 2_000; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            same += of(damaged).equals(hash) ? 1 : 0;
        }
        assertThat(same).as("the eight bytes of the decode time").isEqualTo(8);
    }

    @Test
    void aSegmentThatIsCutOffHasAnotherHash() throws IOException {
        byte[] whole = Files.readAllBytes(segment());
        for (int length : new int[] {0, 4, 20, 100, whole.length - 1}) {
            assertThat(of(Arrays.copyOf(whole, length))).isNotEqualTo(of(whole));
        }
    }

    @Test
    void aFileWithoutFragmentsHasItsPlainHash() throws IOException {
        byte[] init = Recorded.write("chunk-0.mp4", 0, folder).init().bytes();
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
        byte[] backwards = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'm', 'o', 'o', 'f', 1, 2, 3};
        for (byte[] each : new byte[][] {init, picture, backwards, {}}) {
            assertThat(of(each)).isEqualTo(Sha256.hex(each));
        }
    }
}

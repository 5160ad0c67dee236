package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"chunk-0.mp4", "sound.mp4", "hevc.mp4", "av1.mp4"})
    void damagedBytesAreRefusedAndNeverCrash(String name) throws IOException {
        byte[] good = Recorded.bytes(name);
        Random random = new Random(1);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change < 3; change++) {
                bad[random.nextInt(1200)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("bad.mp4"), bad);
            Throwable thrown = catchThrowable(() -> Fragments.scan(file));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(Mp4Exception.class);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aBoxThatClaimsMoreThanTheFileIsNotAllocated() throws IOException {
        byte[] bytes = ByteBuffer.allocate(24)
                .putInt(1)
                .put("moov".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MAX_VALUE)
                .array();
        Path file = Files.write(folder.resolve("huge.mp4"), bytes);
        assertThatThrownBy(() -> Fragments.scan(file)).isInstanceOf(Mp4Exception.class);
    }

    @Test
    void boxesNestedWithoutEndAreRefused() {
        byte[] inner = new byte[0];
        for (int depth = 0; depth < 2000; depth++) {
            inner = new Box.Leaf("moov", inner).toBytes();
        }
        byte[] bomb = inner;
        assertThatThrownBy(() -> Box.parse(bomb))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("beyond reason");
    }

    @Test
    void boxesWithoutNumberAreRefused() {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int count = 0; count < 30_000; count++) {
            many.writeBytes(new Box.Leaf("free", new byte[0]).toBytes());
        }
        assertThatThrownBy(() -> Box.parse(many.toByteArray()))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("beyond reason");
    }

    @Test
    void aRunThatClaimsBillionsOfSamplesIsRefused() {
        TrackFragmentHeader header = new TrackFragmentHeader(1, 0, new TrackDefaults(1, 1, 0));
        Box.Leaf run =
                new Box.Leaf("trun", ByteBuffer.allocate(8).putInt(0).putInt(-1).array());
        assertThatThrownBy(() -> new TrackRunReader(header, 0).add(run))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("4294967295 samples");
    }
}

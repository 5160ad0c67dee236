package atelier.processors.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pass over a file brings its hash and those of its parts, in whatever order these are asked for. */
class FilePassTest {
    private final byte[] content = new byte[3_000_000];

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(7).nextBytes(content);
        file = Files.write(folder.resolve("film.mp4"), content);
    }

    private byte[] slice(int start, int size) {
        return Arrays.copyOfRange(content, start, start + size);
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void partsThatFollowOneAnotherAreReadOnceForBoth() throws Exception {
        try (FilePass pass = new FilePass(file)) {
            assertThat(pass.part(100, 900_000)).isEqualTo(slice(100, 900_000));
            assertThat(pass.sha256(900_200, 700_000)).isEqualTo(sha256(slice(900_200, 700_000)));
            assertThat(pass.part(1_600_200, 20)).isEqualTo(slice(1_600_200, 20));

            assertThat(pass.finish()).isEqualTo(ContentHash.sha256(file));
        }
    }

    @Test
    void partsThatLieAnywhereLeaveTheHashOfTheWholeAsItIs() throws Exception {
        try (FilePass pass = new FilePass(file)) {
            assertThat(pass.part(2_000_000, 500_000)).isEqualTo(slice(2_000_000, 500_000));
            assertThat(pass.part(0, 10)).isEqualTo(slice(0, 10));
            assertThat(pass.sha256(2_900_000, 100_000)).isEqualTo(sha256(slice(2_900_000, 100_000)));
            assertThat(pass.part(2_999_999, 1)).isEqualTo(slice(2_999_999, 1));

            assertThat(pass.finish()).isEqualTo(ContentHash.sha256(file));
        }
    }
}

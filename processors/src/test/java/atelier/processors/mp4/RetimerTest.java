package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetimerTest {
    @TempDir
    Path folder;

    @Test
    void aMovedSegmentIsTheOneThatWouldHaveBeenWrittenThere() throws IOException {
        WrittenSegment here =
                Recorded.write("chunk-0.mp4", 0, folder.resolve("0")).segments().get(1);
        WrittenSegment there = Recorded.write("chunk-0.mp4", 1L << 40, folder.resolve("1"))
                .segments()
                .get(1);
        Path moved = folder.resolve("moved.m4s");
        new Retimer().retime(here.path(), moved, there.startTicks());
        assertThat(moved).hasSameBinaryContentAs(there.path());
    }

    @Test
    void aTruncatedSegmentIsRefused() throws IOException {
        WrittenSegment segment =
                Recorded.write("chunk-0.mp4", 0, folder).segments().get(0);
        byte[] bytes = Files.readAllBytes(segment.path());
        Path cut = Files.write(folder.resolve("cut.m4s"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> new Retimer().retime(cut, folder.resolve("moved.m4s"), 0))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("cut.m4s is truncated");
    }
}

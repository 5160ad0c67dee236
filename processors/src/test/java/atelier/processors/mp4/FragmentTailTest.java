package atelier.processors.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentTailTest {
    @TempDir
    Path folder;

    @Test
    void aGrowingFileShowsEachFragmentOnceAndOnlyWhenItIsWhole() throws IOException {
        byte[] whole = Recorded.bytes("sound.mp4");
        List<Fragment> all = Fragments.scan(Recorded.file("sound.mp4")).list();
        Path file = Files.createFile(folder.resolve("growing.mp4"));
        List<Fragment> seen = new ArrayList<>();
        try (FragmentTail tail = FragmentTail.open(file);
                OutputStream out = Files.newOutputStream(file)) {
            for (int length = 1; length <= whole.length; length++) {
                out.write(whole[length - 1]);
                seen.addAll(tail.poll());
                int there = length;
                assertThat(seen).hasSize((int)
                        all.stream().filter(one -> one.end() <= there).count());
            }
        }
        assertThat(seen).isEqualTo(all).hasSizeGreaterThan(4);
    }

    @Test
    void theInitSegmentIsThereAsSoonAsItIsWhole() throws IOException {
        byte[] whole = Recorded.bytes("chunk-0.mp4");
        int end =
                (int) Fragments.scan(Recorded.file("chunk-0.mp4")).list().get(0).offset();
        Path file = Files.write(folder.resolve("growing.mp4"), java.util.Arrays.copyOf(whole, end - 1));
        try (FragmentTail tail = FragmentTail.open(file)) {
            assertThat(tail.init()).isEmpty();
            Files.write(file, java.util.Arrays.copyOf(whole, end));
            assertThat(tail.init())
                    .hasValueSatisfying(init -> assertThat(init.codec()).startsWith("avc1."));
            Files.write(file, whole);
            assertThat(tail.poll()).hasSize(4);
        }
    }

    @Test
    void fragmentsTellWhatTheyHold() throws IOException {
        List<Fragment> fragments =
                Fragments.scan(Recorded.file("chunk-0-ffmpeg5.mp4")).list();
        assertThat(fragments).hasSize(4).allSatisfy(fragment -> {
            assertThat(fragment.sampleCount()).isEqualTo(30);
            assertThat(fragment.syncSampleCount()).isEqualTo(1);
            assertThat(fragment.firstIsSync()).isTrue();
            assertThat(fragment.durationTicks()).isEqualTo(30 * Recorded.FRAME);
            assertThat(fragment.earliestPresentation()).isEqualTo(fragment.firstPresentation());
        });
        assertThat(fragments.get(0).baseDecodeTime()).as("FFmpeg starts early").isEqualTo(-Recorded.DELAY);
        assertThat(fragments.get(0).firstPresentation()).isZero();
        assertThat(fragments.get(1).offset()).isEqualTo(fragments.get(0).end());
    }

    @Test
    void aTruncatedFileIsRefusedWhenItShouldBeWhole() throws IOException {
        byte[] whole = Recorded.bytes("sound.mp4");
        Path file = Files.write(folder.resolve("cut.mp4"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Fragments.scan(file))
                .isInstanceOf(Mp4Exception.class)
                .hasMessageContaining("cut.mp4 is truncated")
                .hasMessageContaining("encode it again");
    }
}

package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCheckTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    Path folder;

    private Path clip(String name) {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(
                List.of(("-v error -f lavfi -i testsrc2=s=160x90:r=25:d=2 -c:v libx264 -g 25 -progress pipe:1 " + file)
                        .split(" ")));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, line -> {});
        return file;
    }

    private Path damaged(String name) throws IOException {
        Path file = clip(name);
        byte[] content = Files.readAllBytes(file);
        int data = new String(content, StandardCharsets.ISO_8859_1).indexOf("mdat");
        // The first picture, behind the encoder's comment and the first words of its slice.
        Arrays.fill(content, data + 900, data + 2500, (byte) 0x55);
        Files.write(file, content);
        return file;
    }

    private static DecodeCheck check() {
        return new DecodeCheck(FfmpegForTests.programs());
    }

    @Test
    void severalWholeFilesAreDecodedInOneGo() {
        assertThatCode(() -> check().decodes(List.of(clip("a.mp4"), clip("b.mp4")), folder, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void aDamagedKeyFrameIsFoundInWhicheverFileItIs() throws IOException {
        Path whole = clip("a.mp4");
        Path damaged = damaged("b.mp4");

        assertThatThrownBy(() -> check().decodes(List.of(damaged, whole), folder, Optional.empty()))
                .isInstanceOf(OutputCheckException.class);
        assertThatThrownBy(() -> check().decodes(List.of(whole, damaged), folder, Optional.empty()))
                .isInstanceOf(OutputCheckException.class);
    }
}

package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
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

    private static List<DecodeCheck.Encoded> files(Path... files) {
        return Arrays.stream(files)
                .map(file -> new DecodeCheck.Encoded(file, Optional.empty()))
                .toList();
    }

    private static DecodeCheck check() {
        return new DecodeCheck(FfmpegForTests.programs());
    }

    @Test
    void severalWholeFilesAreDecodedInOneGo() {
        assertThatCode(() -> check().decodes(files(clip("a.mp4"), clip("b.mp4")), folder, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void aDamagedKeyFrameIsFoundInWhicheverFileItIs() throws IOException {
        Path whole = clip("a.mp4");
        Path damaged = damaged("b.mp4");

        assertThatThrownBy(() -> check().decodes(files(damaged, whole), folder, Optional.empty()))
                .isInstanceOf(OutputCheckException.class);
        assertThatThrownBy(() -> check().decodes(files(whole, damaged), folder, Optional.empty()))
                .isInstanceOf(OutputCheckException.class);
    }

    @Test
    void noMoreIsDecodedForSamplesThanTheyNeed() {
        List<Command> calls = new ArrayList<>();
        Samples constant = samples(512);
        new DecodeCheck(told(calls))
                .decodes(
                        List.of(
                                new DecodeCheck.Encoded(Path.of("/a.mp4"), Optional.empty()),
                                new DecodeCheck.Encoded(Path.of("/b.mp4"), Optional.of(samples(0))),
                                new DecodeCheck.Encoded(Path.of("/c.mp4"), Optional.of(constant))),
                        folder,
                        Optional.empty());

        assertThat(String.join(" ", calls.get(0).arguments())).isEqualTo("""
                -hide_banner -nostdin -v error -benchmark -xerror \
                -skip_frame nokey -discard:v nokey -threads 1 -protocol_whitelist file -i /a.mp4 \
                -skip_frame nokey -discard:v nokey -threads 1 -protocol_whitelist file -i /b.mp4 \
                -skip_frame nokey -discard:v nokey -threads 1 -protocol_whitelist file -i /c.mp4 \
                -t 0.280 -threads 1 -protocol_whitelist file -i /c.mp4 -map 0:v -map 1:v -map 2:v \
                -fps_mode passthrough -progress pipe:1 -nostats -f null - \
                -map 1:v -vf select=key,select='eq(n,0)+eq(n,1)',scale=32:32:flags=area,format=yuv444p -frames:v 2 \
                -fps_mode passthrough -c:v rawvideo -f rawvideo /b.mp4.keys \
                -map 2:v -vf select=key,select='eq(n,0)+eq(n,1)',scale=32:32:flags=area,format=yuv444p -frames:v 2 \
                -fps_mode passthrough -c:v rawvideo -f rawvideo /c.mp4.keys \
                -map 3:v -vf select='eq(n,3)',scale=32:32:flags=area,format=yuv444p -frames:v 1 \
                -fps_mode passthrough -c:v rawvideo -f rawvideo /c.mp4.predicted""");
    }

    /** Of a chunk with two key frames. */
    private static Samples samples(long frameTicks) {
        ChunkSpan span = new ChunkSpan(
                0, 0, 50, 50, 12_800, 0, 25_600, frameTicks, frameTicks, List.of(0L, 12_800L), List.of(0L));
        return Samples.of(span, new FrameSize(160, 90));
    }

    private static Programs told(List<Command> calls) {
        return (command, limits, output) -> {
            calls.add(command);
            return new Outcome(Duration.ZERO, Duration.ZERO, List.of());
        };
    }
}

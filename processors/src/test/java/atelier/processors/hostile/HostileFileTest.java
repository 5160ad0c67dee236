package atelier.processors.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without any sandbox: the allow-lists alone keep FFmpeg from what hostile files name, and limits end what asks for too much. */
class HostileFileTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 4L << 30, 1 << 20);
    private static final String BAIT = "-f lavfi -i testsrc2=s=160x90:r=25:d=2 -c:v mpeg2video -f mpegts OUT";

    @TempDir
    Path folder;

    private final Programs open = FfmpegForTests.withoutSandbox();
    private Canary canary;

    @BeforeEach
    void setACanary() throws IOException {
        canary = new Canary(folder, made("bait", "ts", BAIT));
    }

    @AfterEach
    void takeItAway() throws IOException {
        canary.close();
    }

    @ParameterizedTest
    @EnumSource(HostileFile.class)
    void nothingThatItNamesIsTouchedWhenItIsProbedAndDecoded(HostileFile hostile) throws IOException {
        Path file = Files.write(folder.resolve("film." + hostile.extension()), hostile.of(kit()));

        probe(file);
        decode(file);

        assertThat(canary.touched()).isEmpty();
    }

    /** Otherwise the test above could not fail. */
    @Test
    void whatIsNotHeldBackTouchesBoth() throws IOException {
        Path file = Files.write(folder.resolve("film.m3u8"), HostileFile.PLAYLIST.of(kit()));

        run(List.of("-protocol_whitelist", "file,http,tcp", "-i", file.toString()));

        assertThat(canary.touched()).containsExactly("file", "port");
    }

    @Test
    void whatIsNotHeldBackFollowsAnAlias() throws IOException {
        Path file = Files.write(folder.resolve("film.mov"), HostileFile.DATA_ELSEWHERE_BY_ALIAS.of(kit()));

        run(List.of("-enable_drefs", "1", "-use_absolute_path", "1", "-i", file.toString()));

        assertThat(canary.touched()).containsExactly("file");
    }

    private void probe(Path file) throws IOException {
        try {
            new Prober(open, LIMITS, SourceLimits.defaults(), folder).probe(file);
        } catch (RefusedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void decode(Path file) {
        List<String> arguments = new ArrayList<>(InputOptions.beforeInput());
        arguments.addAll(List.of("-i", InputOptions.input(file)));
        run(arguments);
    }

    /** Whether it succeeds is not the question: it ends within its limits. */
    private void run(List<String> input) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-v", "error", "-progress", "pipe:1"));
        arguments.addAll(input);
        arguments.addAll(List.of("-frames:v", "5", "-f", "null", "-"));
        try {
            open.run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
        } catch (ProgramException e) {
            assertThat(e.cause()).isIn(ProgramException.Cause.FAILED, ProgramException.Cause.KILLED);
        }
    }

    private byte[] made(String name, String extension, String how) {
        Path out = folder.resolve("made-" + name + "." + extension);
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
        Arrays.stream(how.split(" "))
                .map(word -> word.equals("OUT") ? out.toString() : word)
                .forEach(arguments::add);
        open.run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
        return bytes(out);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HostileFile.Kit kit() {
        return new HostileFile.Kit() {
            @Override
            public byte[] made(String name, String extension, String how) {
                return HostileFileTest.this.made(name, extension, how);
            }

            @Override
            public Path text(String name, String content) {
                try {
                    return Files.writeString(folder.resolve(name), content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Path file() {
                return canary.file();
            }

            @Override
            public String address() {
                return canary.address();
            }
        };
    }
}

package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTextTest {
    @TempDir
    Path temporary;

    @Test
    void aCommandReadsAsOneWouldTypeIt() {
        Path bin = Path.of("/usr/bin");
        Command command = new Command(
                Program.FFPROBE, List.of("-i", "Mila's sunset.mov", "-of", "default=nw=1"), Path.of("/tmp/a b"));

        assertThat(ShellText.of(command, installation(bin, Optional.of(Path.of("/opt/lib")))))
                .isEqualTo("cd '/tmp/a b' && LD_LIBRARY_PATH=/opt/lib /usr/bin/ffprobe -i 'Mila'\\''s sunset.mov'"
                        + " -of default=nw=1");
    }

    @Test
    void aShellReadsWhatWasMeant() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("the $folder"));
        Path program = FakeProgram.of(folder, "pwd; printf '%s\\0' \"$@\"")
                .installation()
                .ffmpeg();
        List<String> arguments = List.of(
                "plain",
                "",
                "two words",
                "it's",
                "$HOME `id` \"x\"",
                "*",
                "a\nb\tc",
                "é'\\\u0001",
                "-i",
                "a;b&c|d",
                "~");
        FfmpegInstallation installation = new FfmpegInstallation(program, program, "", Optional.empty());
        String text = ShellText.of(new Command(Program.FFMPEG, arguments, folder), installation);

        Process shell = new ProcessBuilder("bash", "-c", text).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(text).hasLineCount(1);
        assertThat(output).isEqualTo(folder + "\n" + String.join("\0", arguments) + "\0");
    }

    private static FfmpegInstallation installation(Path bin, Optional<Path> libraries) {
        return new FfmpegInstallation(bin.resolve("ffmpeg"), bin.resolve("ffprobe"), "8.0.1", libraries);
    }
}

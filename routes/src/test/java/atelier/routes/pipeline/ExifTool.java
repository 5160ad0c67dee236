package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A reader of files that shares nothing with FFmpeg or with us, where it is installed: libimage-exiftool-perl. */
final class ExifTool {
    private ExifTool() {}

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "exiftool")));
    }

    /** What it says of a file, a line for each thing: {@code PoseYawDegrees: 30}. */
    static List<String> read(Path file) {
        try {
            Process process = new ProcessBuilder("exiftool", "-S", file.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

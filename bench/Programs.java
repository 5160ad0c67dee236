package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this machine. */
final class Programs {
    private Programs() {}

    /** A folder of links to all programs of the PATH but FFmpeg's, so that Atelier takes the one that it brings. */
    static String withoutFfmpeg(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String each : System.getenv("PATH").split(":")) {
            Path from = Path.of(each);
            if (Files.isDirectory(from)) {
                link(from, folder);
            }
        }
        return folder.toString();
    }

    private static void link(Path from, Path folder) throws IOException {
        try (Stream<Path> programs = Files.list(from)) {
            for (Path program : programs.toList()) {
                Path link = folder.resolve(program.getFileName());
                boolean wanted = !List.of("ffmpeg", "ffprobe").contains(program.getFileName().toString());
                if (wanted && Files.notExists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, program);
                }
            }
        }
    }
}

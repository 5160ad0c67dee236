package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Readers of files that share nothing with FFmpeg or with us, where they are installed. */
enum OtherReader {
    /** Says a line for each thing, {@code PoseYawDegrees: 30}: the package libimage-exiftool-perl. */
    EXIFTOOL("exiftool", "-S"),
    /** The package mediainfo. */
    MEDIAINFO("mediainfo", "--Inform=Audio;%ChannelLayout%\\n");

    private final String program;
    private final String option;

    OtherReader(String program, String option) {
        this.program = program;
        this.option = option;
    }

    boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What it says of a file. */
    List<String> read(Path file) {
        try {
            Process process = new ProcessBuilder(program, option, file.toString())
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

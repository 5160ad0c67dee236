package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Decodes the key frames of what was encoded, as a player would find them: init segment and segments, joined. */
public final class DecodeCheck {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);

    private final Programs programs;

    public DecodeCheck(Programs programs) {
        this.programs = programs;
    }

    /**
     * Decodes.
     *
     * @return the CPU time that it took
     * @throws OutputCheckException if a key frame cannot be decoded
     */
    Duration decodes(Path init, List<Path> segments, Scratch scratch) throws IOException {
        Path joined = scratch.file("joined.mp4");
        try (OutputStream out = Files.newOutputStream(joined)) {
            Files.copy(init, out);
            for (Path segment : segments) {
                Files.copy(segment, out);
            }
        }
        try {
            Outcome outcome = programs.run(command(joined), LIMITS, line -> {});
            return outcome.cpu();
        } catch (ProgramException e) {
            if (e.cause() == ProgramException.Cause.FAILED) {
                throw new OutputCheckException("What was encoded cannot be decoded: " + e.getMessage());
            }
            throw e;
        }
    }

    private static Command command(Path joined) {
        return new Command(
                Program.FFMPEG,
                List.of(
                        "-hide_banner",
                        "-nostdin",
                        "-v",
                        "error",
                        "-benchmark",
                        "-xerror",
                        "-threads",
                        "1",
                        "-skip_frame",
                        "nokey",
                        "-protocol_whitelist",
                        "file",
                        "-i",
                        joined.toString(),
                        "-fps_mode",
                        "passthrough",
                        "-progress",
                        "pipe:1",
                        "-nostats",
                        "-f",
                        "null",
                        "-"),
                joined.getParent());
    }
}

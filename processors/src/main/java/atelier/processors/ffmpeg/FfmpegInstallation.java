package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A pair of FFmpeg programs that run on this machine.
 *
 * @param ffmpeg absolute path of ffmpeg
 * @param ffprobe absolute path of ffprobe
 * @param version as ffmpeg states it, such as {@code 8.0.1}
 * @param libraries folder in which the loader finds their libraries, where they bring their own
 */
public record FfmpegInstallation(Path ffmpeg, Path ffprobe, String version, Optional<Path> libraries) {

    /** Where a program lies. */
    public Path executable(Program program) {
        return switch (program) {
            case FFMPEG -> ffmpeg;
            case FFPROBE -> ffprobe;
        };
    }
}

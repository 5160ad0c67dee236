package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.util.List;

/**
 * A call of FFmpeg or ffprobe, as data.
 *
 * @param program the program
 * @param arguments its arguments, without the program's own name
 * @param directory the folder it runs in: its scratch folder
 */
public record Command(Program program, List<String> arguments, Path directory) {
    public Command {
        arguments = List.copyOf(arguments);
    }
}

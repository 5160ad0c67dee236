package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.util.List;

/**
 * A call of FFmpeg or ffprobe, as data.
 *
 * @param program the program
 * @param arguments its arguments, without the program's own name
 * @param directory the folder it runs in: its scratch folder
 * @param background whether it leaves the processor to whatever is more urgent
 */
public record Command(Program program, List<String> arguments, Path directory, boolean background) {
    public Command {
        arguments = List.copyOf(arguments);
    }

    /** A call that somebody waits for. */
    public Command(Program program, List<String> arguments, Path directory) {
        this(program, arguments, directory, false);
    }

    /** The same call, for which nobody waits. */
    public Command inBackground() {
        return new Command(program, arguments, directory, true);
    }
}

package atelier.processors.probe;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at some decoded pictures of a file for what its container does not tell. Where they cannot be decoded nothing is told: elsewhere the
 * file may well be whole.
 */
record PictureLook(Programs programs, Limits limits, Path scratch) {
    private static final Logger LOG = LoggerFactory.getLogger(PictureLook.class);

    /**
     * Calls a program.
     *
     * @param told each line that it says of what it could decode
     * @throws ProgramException if it could not look for other reasons than the file: time, memory, a missing program
     */
    void at(Path file, Program program, List<String> arguments, Consumer<String> told) {
        try {
            programs.run(new Command(program, arguments, scratch), limits, told);
        } catch (ProgramException e) {
            if (e.cause() != ProgramException.Cause.FAILED) {
                throw e;
            }
            LOG.info("Pictures of {} cannot be looked at: {}", file, e.getMessage());
        }
    }
}

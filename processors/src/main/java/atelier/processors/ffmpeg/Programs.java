package atelier.processors.ffmpeg;

import java.util.function.Consumer;

/** Runs program calls to their end, within limits. */
public interface Programs {

    /**
     * Runs a command and waits for it.
     *
     * @param command what to run
     * @param limits what it may use
     * @param output gets each line of standard output as it comes, on the calling thread; never buffered whole. Of a line
     *     longer than 64 KiB it gets the beginning. If it throws, the program is stopped and the exception passed on
     * @return how it went, if it exited with 0
     * @throws ProgramException if it failed, was stopped, or could not be started
     */
    Outcome run(Command command, Limits limits, Consumer<String> output);
}

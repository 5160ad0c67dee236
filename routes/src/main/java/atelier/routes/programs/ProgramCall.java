package atelier.routes.programs;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import java.util.function.Consumer;

/**
 * A program call as a message body. What the program writes goes to the listener as it comes, never into a message.
 *
 * @param command what to run
 * @param limits what it may use
 * @param output gets each line of standard output
 */
record ProgramCall(Command command, Limits limits, Consumer<String> output) {}

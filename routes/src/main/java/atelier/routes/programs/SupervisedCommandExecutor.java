package atelier.routes.programs;

import atelier.processors.ffmpeg.Programs;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecCommandExecutor;
import org.apache.camel.component.exec.ExecResult;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Runs the commands of {@code exec:} endpoints under supervision. Camel's own executor keeps all output in memory,
 * accepts every exit code, and leaves behind what a stopped program has started.
 */
@Component
class SupervisedCommandExecutor implements ExecCommandExecutor {
    private final Programs local;

    /** @param local runs processes on this machine */
    SupervisedCommandExecutor(@Qualifier("programs") Programs local) {
        this.local = local;
    }

    /**
     * Runs the command on the calling thread.
     *
     * @throws atelier.processors.ffmpeg.ProgramException if it failed, was stopped, or could not be started
     */
    @Override
    public ExecResult execute(ExecCommand command) {
        if (command instanceof SupervisedCommand supervised) {
            ProgramCall call = supervised.call();
            return new SupervisedResult(supervised, local.run(call.command(), call.limits(), call.output()));
        }
        throw new IllegalArgumentException(command.getExecutable() + " was not started: this executor takes program"
                + " calls alone. Send a ProgramCall to direct:program.");
    }
}

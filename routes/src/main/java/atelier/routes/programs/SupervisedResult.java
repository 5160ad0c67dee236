package atelier.routes.programs;

import atelier.processors.ffmpeg.Outcome;
import org.apache.camel.component.exec.ExecResult;

/** How a call went that exited with 0. */
final class SupervisedResult extends ExecResult {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    SupervisedResult(SupervisedCommand command, Outcome outcome) {
        super(command, null, null, 0);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}

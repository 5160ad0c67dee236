package atelier.routes.programs;

import java.util.Set;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.exec.ExecCommand;

/** A call in the form in which camel-exec hands it to its executor. */
final class SupervisedCommand extends ExecCommand {
    private static final long serialVersionUID = 1L;

    private final transient ProgramCall call;

    SupervisedCommand(ProgramCall call, LoggingLevel logLevel) {
        super(
                call.command().program().executable(),
                call.command().arguments(),
                call.command().directory().toString(),
                call.limits().total().toMillis(),
                Set.of(0),
                null,
                null,
                false,
                logLevel);
        this.call = call;
    }

    ProgramCall call() {
        return call;
    }
}

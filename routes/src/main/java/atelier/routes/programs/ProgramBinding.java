package atelier.routes.programs;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.exec.ExecBinding;
import org.apache.camel.component.exec.ExecCommand;
import org.apache.camel.component.exec.ExecEndpoint;
import org.apache.camel.component.exec.ExecResult;
import org.springframework.stereotype.Component;

/** Between messages and commands: the body is a program call before, and its outcome after. Headers have no say. */
@Component
class ProgramBinding implements ExecBinding {
    @Override
    public ExecCommand readInput(Exchange exchange, ExecEndpoint endpoint) {
        try {
            ProgramCall call = exchange.getMessage().getMandatoryBody(ProgramCall.class);
            return new SupervisedCommand(call, endpoint.getCommandLogLevel());
        } catch (InvalidPayloadException e) {
            throw new RuntimeCamelException(e);
        }
    }

    @Override
    public void writeOutput(Exchange exchange, ExecResult result) {
        if (result instanceof SupervisedResult supervised) {
            exchange.getMessage().setHeader(EXEC_EXIT_VALUE, result.getExitValue());
            exchange.getMessage().setBody(supervised.outcome());
        }
    }
}

package atelier.routes.programs;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Programs;
import java.util.function.Consumer;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Program calls through their route. What is thrown there comes out here as it was thrown. */
@Component
@Primary
class ExecPrograms implements Programs {
    private final ProducerTemplate routes;

    ExecPrograms(@Lazy ProducerTemplate routes) {
        this.routes = routes;
    }

    /** {@inheritDoc} */
    @Override
    public Outcome run(Command command, Limits limits, Consumer<String> output) {
        try {
            return routes.requestBody(ProgramRoutes.PROGRAM, new ProgramCall(command, limits, output), Outcome.class);
        } catch (CamelExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(CamelExecutionException wrapped) {
        Throwable cause = wrapped.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : wrapped;
    }
}

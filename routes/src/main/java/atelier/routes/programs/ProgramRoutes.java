package atelier.routes.programs;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Every call of FFmpeg and ffprobe. Body: a program call; afterwards its outcome. It stays on the sender's thread, with
 * whose end the kernel ends the program; a failure is the sender's to judge, so nothing is handled or tried again here.
 */
@Component
class ProgramRoutes extends RouteBuilder {
    static final String PROGRAM = "direct:program";

    @Override
    public void configure() {
        from(PROGRAM)
                .routeId("program")
                .errorHandler(noErrorHandler())
                .to("exec:ffmpeg?binding=#programBinding&commandExecutor=#supervisedCommandExecutor")
                .id("exec");
    }
}

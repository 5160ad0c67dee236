package atelier.routes.steps;

import atelier.processors.whole.AskStep;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lets jobs fall back that were raised for somebody who asks no more. */
@Component
class AskRoutes extends RouteBuilder {
    private final AskStep askStep;

    AskRoutes(AskStep askStep) {
        this.askStep = askStep;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "What nobody asks for any more is looked for again: ${exception.message}");

        from("timer:asked-sweep?period=5000&delay=5000").routeId("asked-sweep").bean(askStep, "forget");
    }
}

package atelier.routes.app;

import atelier.processors.catalog.embedded.DatabaseException;
import atelier.processors.ffmpeg.FfmpegMissingException;
import atelier.processors.node.NodeException;
import atelier.processors.notify.webhooks.WebhookSettingsException;
import atelier.routes.access.OpenAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why Atelier does not start in the words of our own exceptions, in place of a stack trace. */
final class StartFailureAnalyzer implements FailureAnalyzer {
    private static final int DEEPEST = 50;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> explained(cause).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<FailureAnalysis> explained(Throwable cause) {
        if (cause instanceof DatabaseServerException server) {
            return Optional.of(new FailureAnalysis(server.problem(), server.remedy(), server));
        }
        return cause instanceof DatabaseException
                        || cause instanceof FfmpegMissingException
                        || cause instanceof NodeException
                        || cause instanceof WebhookSettingsException
                        || cause instanceof OpenAddressException
                ? Optional.of(new FailureAnalysis(cause.getMessage(), null, cause))
                : Optional.empty();
    }
}

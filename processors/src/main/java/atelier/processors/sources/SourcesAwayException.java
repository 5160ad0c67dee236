package atelier.processors.sources;

import atelier.processors.work.WorldFailure;

/** What was delivered cannot be reached now. What needs it waits, and goes on by itself. */
public final class SourcesAwayException extends RuntimeException implements WorldFailure {
    private static final long serialVersionUID = 1L;

    SourcesAwayException(String message) {
        super(message);
    }

    SourcesAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String reason() {
        return "sources away";
    }
}

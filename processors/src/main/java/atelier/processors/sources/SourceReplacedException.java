package atelier.processors.sources;

import atelier.processors.work.PermanentFailure;

/** A delivered file is no longer the one that was read: nothing can be made of it before it is read again. */
public final class SourceReplacedException extends RuntimeException implements PermanentFailure {
    private static final long serialVersionUID = 1L;

    SourceReplacedException(String file, Throwable cause) {
        super(
                "The source " + file
                        + " was replaced or removed in its bucket after it was read. The nightly check reads"
                        + " it again, or says that it is lost; deliver it again to have that now.",
                cause);
    }
}

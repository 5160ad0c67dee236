package atelier.processors.ffmpeg;

/** There is no FFmpeg that can be used: why, and what to install. */
public final class FfmpegMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, what follows and what to do */
    public FfmpegMissingException(String message) {
        super(message);
    }

    /**
     * @param message what failed, what follows and what to do
     * @param cause what it was noticed by
     */
    public FfmpegMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}

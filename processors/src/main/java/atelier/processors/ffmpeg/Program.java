package atelier.processors.ffmpeg;

/** The two programs that Atelier calls. */
public enum Program {
    FFMPEG,
    FFPROBE;

    /** The executable's name on a PATH. */
    public String executable() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

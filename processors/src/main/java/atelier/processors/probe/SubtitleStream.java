package atelier.processors.probe;

import java.util.Optional;
import java.util.Set;

/**
 * A subtitle stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its format
 * @param language ISO 639-2
 * @param isDefault whether the file marks it as the one to show
 * @param title that its maker gave it
 */
public record SubtitleStream(
        int index, String codec, Optional<String> language, boolean isDefault, Optional<String> title) {
    private static final Set<String> TEXTS =
            Set.of("subrip", "srt", "text", "mov_text", "ass", "ssa", "webvtt", "microdvd", "subviewer");

    /** Whether they are text; others are pictures of text, or unknown. */
    public boolean isText() {
        return TEXTS.contains(codec);
    }
}

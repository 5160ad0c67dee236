package atelier.processors.probe;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds in what FFmpeg says of a file that it does not open whether it stumbled over what Apple's players are told of eyes and spheres: libavformat/mov.c
 * reads the box {@code vexu} more strictly than all else.
 */
final class AppleFaults {
    private static final Pattern FAULT = Pattern.compile(
            "\\b[A-Z][a-z ]+(?:video extension usage|vexu|proj|prji|eyes|stri|hero|cams|cmfy|must|pack|pkin|blin|dadj|hfov) box\\b");

    private AppleFaults() {}

    /** A whole sentence, for people; nothing where it stumbled over something else. */
    static Optional<String> in(List<String> said) {
        return said.stream()
                .flatMap(line -> FAULT.matcher(line).results())
                .map(MatchResult::group)
                .findFirst()
                .map(fault ->
                        "The file's description of its sphere for Apple's players (its vexu box) is broken (FFmpeg says: "
                                + fault + ").");
    }
}

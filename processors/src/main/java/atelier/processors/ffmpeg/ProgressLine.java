package atelier.processors.ffmpeg;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code -progress pipe:1}.
 *
 * @param key such as {@code out_time_us}
 * @param value as written, without the spaces around it; {@code N/A} where FFmpeg does not know it
 */
public record ProgressLine(String key, String value) {
    private static final Pattern LINE = Pattern.compile("([a-z][a-z0-9_]*)=(.*)");

    /** Reads a line; one of another form is none. */
    public static Optional<ProgressLine> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(
                        new ProgressLine(matcher.group(1), matcher.group(2).strip()))
                : Optional.empty();
    }
}

package atelier.processors.subtitles;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes WebVTT cue text (W3C WebVTT, 4.3) of whatever somebody wrote. Of markup, bold, italic and underline stay, opened and closed in
 * order; all else that looks like a tag goes, and every other character stands for itself.
 */
final class CuePayload {
    /** Nobody reads more while it is shown. */
    private static final int LONGEST = 1000;

    private static final int MOST_LINES = 10;
    private static final Set<String> KEPT = Set.of("b", "i", "u");
    private static final Pattern TAG = Pattern.compile("<(/?)(?:([A-Za-z][A-Za-z0-9]*)|\\d\\d:|[!?])[^<>]*>");

    /** Of Advanced SubStation Alpha, also found in SubRip: position, colour, karaoke. */
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}]*}");

    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|lrm|rlm|#39);");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00a0", "lrm", "\u200e", "rlm", "\u200f", "#39",
            "'");

    private final StringBuilder safe = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private CuePayload() {}

    /** @return empty where there is nothing to show */
    static String of(String written) {
        String text = OVERRIDE.matcher(written).replaceAll("");
        text = text.codePoints()
                .limit(LONGEST)
                .filter(each -> each == '\n' || !Character.isISOControl(each))
                .filter(each -> each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new CuePayload().marked(text);
    }

    private String marked(String text) {
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            plain(text.substring(from, tag.start()));
            tag(tag.group(1).isEmpty(), tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT));
            from = tag.end();
        }
        plain(text.substring(from));
        while (!open.isEmpty()) {
            close();
        }
        return lines(safe.toString());
    }

    private void tag(boolean opens, String name) {
        if (KEPT.contains(name) && opens && !open.contains(name)) {
            open.push(name);
            safe.append('<').append(name).append('>');
        } else if (!opens && name.equals(open.peek())) {
            close();
        }
    }

    private void close() {
        safe.append("</").append(open.pop()).append('>');
    }

    private void plain(String text) {
        String meant = ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(ENTITIES.get(found.group(1))));
        safe.append(meant.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** An empty line would end the cue. */
    private static String lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !TAG.matcher(line).replaceAll("").isBlank())
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n"));
    }
}

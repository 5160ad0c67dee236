package atelier.processors.subtitles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads SubRip and WebVTT alike: what matters in both are the lines with an arrow, and the text below each. What is not understood is passed over,
 * as players do.
 */
final class CueReader {
    /** A film of ten hours with a cue a second has more, and nobody reads that. */
    private static final int MOST = 30_000;

    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(.*)");
    private static final int FIELDS = 4;
    private static final Pattern SETTING = Pattern.compile("align:(start|center|end|left|right)|vertical:(rl|lr)"
            + "|line:(-?\\d{1,3}|\\d{1,3}(\\.\\d{1,3})?%)|(position|size):\\d{1,2}(\\.\\d{1,3})?%");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,6}\\s*");

    private CueReader() {}

    /** The cues in the order in which they are shown; none where it has none. */
    static List<Cue> read(String text) {
        List<String> lines = text.lines().toList();
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < lines.size() && cues.size() < MOST; i++) {
            Matcher times = TIMES.matcher(lines.get(i));
            if (times.matches()) {
                int end = end(lines, i + 1);
                cue(times, String.join("\n", lines.subList(i + 1, end))).ifPresent(cues::add);
                i = end - 1;
            }
        }
        cues.sort(Comparator.comparingLong(Cue::startMillis).thenComparingLong(Cue::endMillis));
        return cues;
    }

    /** The text ends at an empty line, and where somebody forgot it, before the next cue. */
    private static int end(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isBlank() && !beginsCue(lines, end)) {
            end++;
        }
        return end;
    }

    private static boolean beginsCue(List<String> lines, int at) {
        boolean numbered = NUMBER.matcher(lines.get(at)).matches()
                && at + 1 < lines.size()
                && TIMES.matcher(lines.get(at + 1)).matches();
        return numbered || TIMES.matcher(lines.get(at)).matches();
    }

    private static Optional<Cue> cue(Matcher times, String text) {
        long start = millis(times, 1);
        long end = millis(times, 1 + FIELDS);
        String payload = CuePayload.of(text);
        return end > start && !payload.isEmpty()
                ? Optional.of(new Cue(start, end, settings(times.group(1 + 2 * FIELDS)), payload))
                : Optional.empty();
    }

    private static long millis(Matcher times, int field) {
        long hours = times.group(field) == null ? 0 : Long.parseLong(times.group(field));
        long minutes = Long.parseLong(times.group(field + 1));
        long seconds = Long.parseLong(times.group(field + 2));
        String fraction = (times.group(field + 3) + "00").substring(0, 3);
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(fraction);
    }

    private static String settings(String written) {
        return List.of(written.strip().split("\\s+")).stream()
                .filter(each -> SETTING.matcher(each).matches())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}

package atelier.processors.ffmpeg;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ffmpeg -version} says.
 *
 * @param text the version as stated; a build between releases states a date or a commit
 * @param major first number of libavutil's version
 * @param minor second number of libavutil's version
 */
record FfmpegVersion(String text, int major, int minor) {
    private static final Pattern STATED = Pattern.compile("ff(?:mpeg|probe) version (\\S+) .*");
    private static final Pattern LIBAVUTIL = Pattern.compile("libavutil\\s+(\\d+)\\.\\s*(\\d+)\\.\\s*\\d+ .*");

    /** libavutil of FFmpeg 5.1. Its number is there in builds between releases too. */
    private static final int OLDEST_MAJOR = 57;

    private static final int OLDEST_MINOR = 28;

    /** Reads the lines that the program prints; what it does not print counts as 0. */
    static FfmpegVersion parse(List<String> lines) {
        String text = lines.stream()
                .map(STATED::matcher)
                .filter(Matcher::matches)
                .map(stated -> stated.group(1))
                .findFirst()
                .orElse("unknown");
        return lines.stream()
                .map(LIBAVUTIL::matcher)
                .filter(Matcher::matches)
                .map(library ->
                        new FfmpegVersion(text, Integer.parseInt(library.group(1)), Integer.parseInt(library.group(2))))
                .findFirst()
                .orElse(new FfmpegVersion(text, 0, 0));
    }

    /** Whether it is FFmpeg 5.1 or newer. */
    boolean recent() {
        return major > OLDEST_MAJOR || major == OLDEST_MAJOR && minor >= OLDEST_MINOR;
    }
}

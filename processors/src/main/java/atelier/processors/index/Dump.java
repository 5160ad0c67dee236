package atelier.processors.index;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ffprobe's lines of data: an address, up to eight pairs of bytes, and the same as characters. */
final class Dump {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{8}): ((?:[0-9a-f]{2,4} ){1,8}).*");

    private final StringBuilder digits = new StringBuilder();

    /** A stream of a program is listed twice: what does not go on where the last line ended is passed over. */
    void accept(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches() && Long.parseLong(matcher.group(1), 16) == digits.length() / 2) {
            digits.append(matcher.group(2).replace(" ", ""));
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digits);
    }
}

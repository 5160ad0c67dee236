package atelier.routes.access;

import java.net.URI;
import java.time.Duration;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HLS playlist (RFC 8216) in which all that it refers to has other addresses. Pure. */
public final class SignedPlaylist {
    private static final Pattern NAMED = Pattern.compile("URI=\"([^\"]*)\"");
    private static final Pattern DURATION = Pattern.compile("(?m)^#EXTINF:([0-9.]+)");
    private static final double MILLIS = 1000;

    private SignedPlaylist() {}

    /**
     * The playlist with other addresses.
     *
     * @param path of the playlist, from the root, percent-encoded
     * @param sign gives the other address of a path from the root, and of the address that stands in the playlist
     */
    public static String of(String path, String text, BinaryOperator<String> sign) {
        URI base = URI.create(path);
        StringBuilder signed = new StringBuilder(text.length() * 2);
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("#")) {
                signed.append(NAMED.matcher(line)
                        .replaceAll(found -> Matcher.quoteReplacement("URI=\"" + address(base, found, sign) + "\"")));
            } else {
                signed.append(
                        line.isBlank() ? line : sign.apply(base.resolve(line).getPath(), line));
            }
            signed.append('\n');
        }
        return signed.substring(0, signed.length() - 1);
    }

    private static String address(URI base, MatchResult found, BinaryOperator<String> sign) {
        return sign.apply(base.resolve(found.group(1)).getPath(), found.group(1));
    }

    /** How long it lasts, as far as it is listed. */
    public static Duration duration(String text) {
        double seconds = DURATION.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
        return Duration.ofMillis((long) Math.ceil(seconds * MILLIS));
    }
}

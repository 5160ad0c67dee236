package atelier.routes.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client can unpack (RFC 9110, section 12.5.3). */
final class Encodings {
    private static final Pattern GZIP =
            Pattern.compile("\\s*(gzip|\\*)\\s*(;\\s*q=((?<none>0(\\.0{0,3})?)|[0-9.]+))?\\s*");

    private Encodings() {}

    /** @param header {@code Accept-Encoding}, or null */
    static boolean takesGzip(String header) {
        if (header == null) {
            return false;
        }
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            Matcher coding = GZIP.matcher(each);
            if (coding.matches()) {
                return coding.group("none") == null;
            }
        }
        return false;
    }
}

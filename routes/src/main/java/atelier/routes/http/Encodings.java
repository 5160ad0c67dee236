package atelier.routes.http;

import java.util.Locale;

/** What a client can unpack (RFC 9110, section 12.5.3). */
final class Encodings {
    private Encodings() {}

    /** @param header {@code Accept-Encoding}, or null */
    static boolean takesGzip(String header) {
        if (header == null) {
            return false;
        }
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.strip().split("\\s*;\\s*");
            if (parts[0].equals("gzip") || parts[0].equals("*")) {
                return parts.length == 1 || !parts[1].matches("q=0(\\.0{0,3})?");
            }
        }
        return false;
    }
}

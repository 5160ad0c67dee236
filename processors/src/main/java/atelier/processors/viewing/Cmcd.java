package atelier.processors.viewing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a player says about itself with a request (CTA-5004, Common Media Client Data), as far as it is used here.
 *
 * @param content whose segment is asked for: our players say the slug, as addresses spell it
 * @param bitrateKbps of what is asked for
 * @param throughputKbps that it measured
 * @param starved whether its buffer ran empty since the request before
 */
public record Cmcd(String content, double bitrateKbps, OptionalDouble throughputKbps, boolean starved) {
    private static final int LONGEST = 2000;
    private static final double MOST_KBPS = 10_000_000;

    /** Kinds of objects that are segments: audio, video, both. */
    private static final Set<String> SEGMENTS = Set.of("a", "v", "av");

    /**
     * Reads the pairs, of a query or of headers joined by commas; nothing where they are not of a segment, or make no sense.
     */
    public static Optional<Cmcd> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> pairs = pairs(text);
        String content = decoded(pairs.getOrDefault("cid", ""));
        OptionalDouble bitrate = number(pairs.get("br"));
        if (content.isEmpty() || bitrate.isEmpty() || !SEGMENTS.contains(pairs.getOrDefault("ot", ""))) {
            return Optional.empty();
        }
        return Optional.of(
                new Cmcd(content, bitrate.getAsDouble(), number(pairs.get("mtp")), "true".equals(pairs.get("bs"))));
    }

    /** Empty where it is no part of an address. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** {@code key=value,key="text",flag}; a comma in a text is part of it. */
    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            String pair = text.substring(at, end).strip();
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            pairs.put(key, equals < 0 ? "true" : unquoted(pair.substring(equals + 1)));
            at = end + 1;
        }
        return pairs;
    }

    private static int end(String text, int from) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\\' && quoted) {
                at++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                return at;
            }
        }
        return text.length();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static OptionalDouble number(String text) {
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            return value >= 0 && value <= MOST_KBPS ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}

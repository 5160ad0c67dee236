package atelier.processors.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resolves the URIs of playlists to keys: RFC 3986, 5.2, for relative paths, which are all that Atelier writes. */
final class Addresses {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern OUTPUT =
            Pattern.compile("chunks/[0-9a-f]{64}/(init([0-9a-f]{16})?\\.mp4|text\\.vtt|\\d+/\\d{5,9}\\.m4s)");

    /** What the keys of whole forms begin with. */
    static final String WHOLE = "whole/";

    private Addresses() {}

    /** The key that a URI leads to from a playlist; none where it leads out of all that is published. */
    static Optional<String> resolve(String from, String uri) {
        boolean relative = !SCHEME.matcher(uri).matches() && !uri.startsWith("/") && !uri.isEmpty();
        if (!relative || uri.contains("?") || uri.contains("#") || uri.contains("\\")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>(Arrays.asList(from.split("/")));
        parts.removeLast();
        for (String part : uri.split("/")) {
            if (part.equals("..") && parts.isEmpty()) {
                return Optional.empty();
            } else if (part.equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.addLast(decoded(part));
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** Whether it is of the whole form of an edition: what the application lists before it is made. */
    static boolean isOfWhole(String key) {
        return key.startsWith(WHOLE);
    }

    /** Whether it is a playlist beside another one. */
    static boolean isBeside(String from, String key) {
        return folder(key).equals(folder(from)) && key.endsWith(".m3u8") && !key.equals(from);
    }

    /** Whether it is an init segment, a segment or the subtitles of an output. */
    static boolean isOfOutput(String key) {
        return OUTPUT.matcher(key).matches();
    }

    /** The init segment that a segment's own output has. */
    static String initOf(String segment) {
        return folder(folder(segment)) + "/init.mp4";
    }

    private static String folder(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('/')));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}

package atelier.processors.conformance;

import java.util.Map;

/**
 * A line of a playlist that says something.
 *
 * @param key of the playlist
 * @param number of the line, from 1
 * @param name of the tag without its #; empty for a URI
 * @param value behind the tag's colon, or the URI
 */
record Line(String key, int number, String name, String value) {
    static Line of(String key, int number, String text) {
        if (!text.startsWith("#")) {
            return new Line(key, number, "", text);
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new Line(key, number, text.substring(1), "")
                : new Line(key, number, text.substring(1, colon), text.substring(colon + 1));
    }

    boolean isUri() {
        return name.isEmpty();
    }

    /** For people: the playlist and the line. */
    String place() {
        return key + ":" + number;
    }

    /** Its attributes; what is ill formed is found. */
    Map<String, String> attributes(Findings findings) {
        return AttributeList.parse(this, findings);
    }
}

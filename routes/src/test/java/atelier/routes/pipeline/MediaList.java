package atelier.routes.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A media playlist.
 *
 * @param text as it came
 * @param map address of the init segment
 * @param parts its segments
 */
record MediaList(String text, URI map, List<Part> parts) {

    /** A segment: its address and how many seconds it lasts, as EXTINF says. */
    record Part(URI address, double seconds) {}

    static MediaList parse(URI address, String text) {
        List<Part> parts = new ArrayList<>();
        URI map = address;
        double seconds = 0;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#EXT-X-MAP:")) {
                map = address.resolve(line.replaceAll(".*URI=\"([^\"]+)\".*", "$1"));
            } else if (line.startsWith("#EXTINF:")) {
                seconds = Double.parseDouble(line.substring("#EXTINF:".length(), line.indexOf(',')));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                parts.add(new Part(address.resolve(line), seconds));
            }
        }
        return new MediaList(text, map, parts);
    }

    /** The number that a tag gives. */
    int number(String tag) {
        return text.lines()
                .filter(line -> line.startsWith("#" + tag + ":"))
                .map(line -> Integer.parseInt(line.substring(tag.length() + 2)))
                .findFirst()
                .orElseThrow();
    }

    /** All of it, by EXTINF. */
    double seconds() {
        return parts.stream().mapToDouble(Part::seconds).sum();
    }
}

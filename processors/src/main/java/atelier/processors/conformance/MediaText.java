package atelier.processors.conformance;

import java.util.List;
import java.util.Optional;

/**
 * What a media playlist says.
 *
 * @param text its lines
 * @param target EXT-X-TARGETDURATION
 * @param type EXT-X-PLAYLIST-TYPE, or nothing
 * @param maps EXT-X-MAP, each of them
 * @param ended whether it has EXT-X-ENDLIST
 * @param iFramesOnly whether it has EXT-X-I-FRAMES-ONLY
 * @param entries its segments
 */
record MediaText(
        PlaylistText text,
        Optional<Integer> target,
        String type,
        List<Line> maps,
        boolean ended,
        boolean iFramesOnly,
        List<Entry> entries) {
    MediaText {
        maps = List.copyOf(maps);
        entries = List.copyOf(entries);
    }

    /**
     * A segment as it is listed.
     *
     * @param uri its line
     * @param micros EXTINF in microseconds
     * @param range value of EXT-X-BYTERANGE, if there is one
     */
    record Entry(Line uri, long micros, Optional<String> range) {}

    static MediaText parse(PlaylistText text, Findings findings) {
        return new MediaText(
                text,
                text.number("EXT-X-TARGETDURATION", findings),
                text.one("EXT-X-PLAYLIST-TYPE", findings).map(Line::value).orElse(""),
                text.all("EXT-X-MAP"),
                text.one("EXT-X-ENDLIST", findings).isPresent(),
                text.has("EXT-X-I-FRAMES-ONLY"),
                new EntryReader(findings).read(text.lines()));
    }

    String key() {
        return text.key();
    }

    /** The first EXT-X-MAP. */
    Optional<Line> map() {
        return maps.stream().findFirst();
    }

    boolean isVod() {
        return type.equals("VOD");
    }
}
